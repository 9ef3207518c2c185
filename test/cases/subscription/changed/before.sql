CREATE SUBSCRIPTION ducks CONNECTION 'host=delta dbname=pond' PUBLICATION birds, others;
CREATE SUBSCRIPTION geese CONNECTION 'host=delta' PUBLICATION birds WITH (enabled = false);
CREATE SUBSCRIPTION swans CONNECTION 'host=delta' PUBLICATION birds;
COMMENT ON SUBSCRIPTION swans IS 'old';
