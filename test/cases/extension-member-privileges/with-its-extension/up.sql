-- Undo: lossless

-- Drops extension fuzzystrmatch.
-- Hazard C402: drops extension fuzzystrmatch and all its members.
DROP EXTENSION fuzzystrmatch;

-- Creates extension pg_trgm.
CREATE EXTENSION pg_trgm WITH SCHEMA public;

-- Changes privileges on FUNCTION public.similarity(text, text), a member of an extension.
GRANT EXECUTE ON FUNCTION public.similarity(text, text) TO reader;
