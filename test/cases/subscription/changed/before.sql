CREATE SUBSCRIPTION ducks CONNECTION 'host=delta dbname=pond' PUBLICATION birds, others WITH (connect = false);
ALTER SUBSCRIPTION ducks ENABLE;
CREATE SUBSCRIPTION geese CONNECTION 'host=delta' PUBLICATION birds WITH (connect = false);
CREATE SUBSCRIPTION swans CONNECTION 'host=delta' PUBLICATION birds WITH (connect = false);
ALTER SUBSCRIPTION swans ENABLE;
COMMENT ON SUBSCRIPTION swans IS 'old';
