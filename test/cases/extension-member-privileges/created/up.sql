-- Undo: lossless

-- Changes privileges on FUNCTION public.similarity(text, text), a member of an extension.
-- Hazard S501: changes privileges on FUNCTION public.similarity(text, text).
REVOKE EXECUTE ON FUNCTION public.similarity(text, text) FROM PUBLIC;

-- Changes privileges on FUNCTION public.similarity(text, text), a member of an extension.
-- Hazard S501: changes privileges on FUNCTION public.similarity(text, text).
GRANT EXECUTE ON FUNCTION public.similarity(text, text) TO reader WITH GRANT OPTION;

-- Changes privileges on TYPE public.gtrgm, a member of an extension.
-- Hazard S501: changes privileges on TYPE public.gtrgm.
REVOKE USAGE ON TYPE public.gtrgm FROM PUBLIC;
