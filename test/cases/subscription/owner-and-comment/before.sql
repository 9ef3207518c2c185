CREATE SUBSCRIPTION ducks CONNECTION 'host=delta' PUBLICATION birds WITH (connect = false);
COMMENT ON SUBSCRIPTION ducks IS 'old';
