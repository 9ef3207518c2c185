-- Removes the dependency of FUNCTION public.alike(text) on extension pg_trgm.
ALTER FUNCTION public.alike(text) NO DEPENDS ON EXTENSION pg_trgm;

-- Removes the dependency of INDEX public.words_trgm on extension pg_trgm.
ALTER INDEX public.words_trgm NO DEPENDS ON EXTENSION pg_trgm;

-- Removes the dependency of MATERIALIZED VIEW public.few on extension pg_trgm.
-- Locks public.few (ACCESS EXCLUSIVE).
ALTER MATERIALIZED VIEW public.few NO DEPENDS ON EXTENSION pg_trgm;

-- Removes the dependency of TRIGGER noted ON public.words on extension pg_trgm.
ALTER TRIGGER noted ON public.words NO DEPENDS ON EXTENSION pg_trgm;
