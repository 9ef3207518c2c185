-- Undo: lossless

-- Describes schema public.
COMMENT ON SCHEMA public IS 'Nothing lives here';
