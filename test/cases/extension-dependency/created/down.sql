-- FUNCTION public.alike(text) no longer goes with extension pg_trgm.
ALTER FUNCTION public.alike(text) NO DEPENDS ON EXTENSION pg_trgm;

-- INDEX public.words_trgm no longer goes with extension pg_trgm.
ALTER INDEX public.words_trgm NO DEPENDS ON EXTENSION pg_trgm;

-- MATERIALIZED VIEW public.few no longer goes with extension pg_trgm.
ALTER MATERIALIZED VIEW public.few NO DEPENDS ON EXTENSION pg_trgm;

-- TRIGGER noted ON public.words no longer goes with extension pg_trgm.
ALTER TRIGGER noted ON public.words NO DEPENDS ON EXTENSION pg_trgm;
