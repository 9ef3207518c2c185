-- Undo: lossless

-- Changes privileges on FUNCTION public.similarity(text, text), a member of an extension.
-- Hazard S501: changes privileges on FUNCTION public.similarity(text, text).
REVOKE GRANT OPTION FOR EXECUTE ON FUNCTION public.similarity(text, text) FROM reader;

-- Changes privileges on FUNCTION public.similarity(text, text), a member of an extension.
-- Hazard S501: changes privileges on FUNCTION public.similarity(text, text).
GRANT EXECUTE ON FUNCTION public.similarity(text, text) TO writer;
