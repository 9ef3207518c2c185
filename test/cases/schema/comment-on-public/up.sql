-- Undo: lossless

-- Sets the comment of schema public.
COMMENT ON SCHEMA public IS 'Nothing lives here';
