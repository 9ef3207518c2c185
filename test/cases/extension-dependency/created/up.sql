-- Undo: lossless

-- Makes FUNCTION public.alike(text) depend on extension pg_trgm: DROP EXTENSION also drops the object.
ALTER FUNCTION public.alike(text) DEPENDS ON EXTENSION pg_trgm;

-- Makes INDEX public.words_trgm depend on extension pg_trgm: DROP EXTENSION also drops the object.
ALTER INDEX public.words_trgm DEPENDS ON EXTENSION pg_trgm;

-- Makes TRIGGER noted ON public.words depend on extension pg_trgm: DROP EXTENSION also drops the object.
ALTER TRIGGER noted ON public.words DEPENDS ON EXTENSION pg_trgm;

-- Makes MATERIALIZED VIEW public.few depend on extension pg_trgm: DROP EXTENSION also drops the object.
-- Locks public.few (ACCESS EXCLUSIVE).
ALTER MATERIALIZED VIEW public.few DEPENDS ON EXTENSION pg_trgm;
