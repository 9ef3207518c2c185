-- Sets who may use FUNCTION public.similarity(text, text) of an extension.
-- Hazard S501: changes privileges on FUNCTION public.similarity(text, text).
REVOKE EXECUTE ON FUNCTION public.similarity(text, text) FROM reader;

-- Sets who may use FUNCTION public.similarity(text, text) of an extension.
-- Hazard S501: changes privileges on FUNCTION public.similarity(text, text).
GRANT EXECUTE ON FUNCTION public.similarity(text, text) TO PUBLIC;

-- Sets who may use TYPE public.gtrgm of an extension.
-- Hazard S501: changes privileges on TYPE public.gtrgm.
GRANT USAGE ON TYPE public.gtrgm TO PUBLIC;
