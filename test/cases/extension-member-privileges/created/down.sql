-- Changes privileges on FUNCTION public.similarity(text, text), a member of an extension.
-- Hazard S501: changes privileges on FUNCTION public.similarity(text, text).
REVOKE EXECUTE ON FUNCTION public.similarity(text, text) FROM reader;

-- Changes privileges on FUNCTION public.similarity(text, text), a member of an extension.
-- Hazard S501, blocking: changes privileges on FUNCTION public.similarity(text, text).
GRANT EXECUTE ON FUNCTION public.similarity(text, text) TO PUBLIC;

-- Changes privileges on TYPE public.gtrgm, a member of an extension.
-- Hazard S501, blocking: changes privileges on TYPE public.gtrgm.
GRANT USAGE ON TYPE public.gtrgm TO PUBLIC;
