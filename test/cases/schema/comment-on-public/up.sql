-- Undo: lossless

-- Says what public is.
COMMENT ON SCHEMA public IS 'Nothing lives here';
