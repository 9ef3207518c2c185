-- Drops extension pg_trgm.
-- Hazard C402: drops extension pg_trgm and all its members.
DROP EXTENSION pg_trgm;

-- Creates extension fuzzystrmatch.
CREATE EXTENSION fuzzystrmatch WITH SCHEMA public VERSION '1.2';

-- Changes privileges on FUNCTION public.soundex(text), a member of an extension.
REVOKE EXECUTE ON FUNCTION public.soundex(text) FROM PUBLIC;
