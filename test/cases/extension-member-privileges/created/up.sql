-- Undo: lossless

-- Sets who may use FUNCTION public.similarity(text, text) of an extension.
-- Hazard S501: changes privileges on FUNCTION public.similarity(text, text).
REVOKE EXECUTE ON FUNCTION public.similarity(text, text) FROM PUBLIC;

-- Sets who may use FUNCTION public.similarity(text, text) of an extension.
-- Hazard S501: changes privileges on FUNCTION public.similarity(text, text).
GRANT EXECUTE ON FUNCTION public.similarity(text, text) TO reader WITH GRANT OPTION;

-- Sets who may use TYPE public.gtrgm of an extension.
-- Hazard S501: changes privileges on TYPE public.gtrgm.
REVOKE USAGE ON TYPE public.gtrgm FROM PUBLIC;
