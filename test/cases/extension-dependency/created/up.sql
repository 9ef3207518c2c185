-- Undo: lossless

-- FUNCTION public.alike(text) goes from now on with extension pg_trgm.
ALTER FUNCTION public.alike(text) DEPENDS ON EXTENSION pg_trgm;

-- INDEX public.words_trgm goes from now on with extension pg_trgm.
ALTER INDEX public.words_trgm DEPENDS ON EXTENSION pg_trgm;

-- TRIGGER noted ON public.words goes from now on with extension pg_trgm.
ALTER TRIGGER noted ON public.words DEPENDS ON EXTENSION pg_trgm;

-- MATERIALIZED VIEW public.few goes from now on with extension pg_trgm.
ALTER MATERIALIZED VIEW public.few DEPENDS ON EXTENSION pg_trgm;
