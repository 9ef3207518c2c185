-- A domain with another collation is made anew.
CREATE DOMAIN surname AS text COLLATE "C";
COMMENT ON DOMAIN surname IS 'Sorted by bytes';
