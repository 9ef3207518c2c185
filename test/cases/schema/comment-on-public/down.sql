-- Says what public is.
COMMENT ON SCHEMA public IS 'standard public schema';
