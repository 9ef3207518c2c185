-- Undo: lossless

-- Drops extension fuzzystrmatch.
-- Hazard C402: drops extension fuzzystrmatch and every object that belongs to it.
DROP EXTENSION fuzzystrmatch;

-- Creates extension pg_trgm.
CREATE EXTENSION pg_trgm WITH SCHEMA public;

-- Sets who may use FUNCTION public.similarity(text, text) of an extension.
GRANT EXECUTE ON FUNCTION public.similarity(text, text) TO reader;
