-- The schema public that every database has can be described, too.
COMMENT ON SCHEMA public IS 'Nothing lives here';
