-- Owner and comment of a schema change in place.
CREATE SCHEMA library AUTHORIZATION keeper;
COMMENT ON SCHEMA library IS 'Books, loans and members';
