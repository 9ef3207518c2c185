-- Undo: lossless

-- Creates domain constraint positive ON DOMAIN public.size.
ALTER DOMAIN public.size ADD CONSTRAINT positive CHECK ((VALUE > 0)) NOT VALID;

-- Sets the comment of domain constraint positive ON DOMAIN public.size.
COMMENT ON CONSTRAINT positive ON DOMAIN public.size IS 'since last year';
