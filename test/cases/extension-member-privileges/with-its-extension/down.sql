-- Drops extension pg_trgm.
-- Hazard C402: drops extension pg_trgm and every object that belongs to it.
DROP EXTENSION pg_trgm;

-- Creates extension fuzzystrmatch.
CREATE EXTENSION fuzzystrmatch WITH SCHEMA public VERSION '1.2';

-- Sets who may use FUNCTION public.soundex(text) of an extension.
REVOKE EXECUTE ON FUNCTION public.soundex(text) FROM PUBLIC;
