-- A foreign table that moves to another server is made anew, with what hangs on it
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE SERVER lake FOREIGN DATA WRAPPER ferry;
CREATE FUNCTION pond.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FOREIGN TABLE pond.ducks (id bigint OPTIONS (field '1'), name text DEFAULT 'duck' CHECK (name <> '')) SERVER lake;
COMMENT ON COLUMN pond.ducks.name IS 'as it is called';
GRANT SELECT ON pond.ducks TO reader;
CREATE VIEW pond.names AS SELECT name FROM pond.ducks;
CREATE TRIGGER noting BEFORE INSERT ON pond.ducks FOR EACH ROW EXECUTE FUNCTION pond.note();
CREATE STATISTICS pond.both ON id, name FROM pond.ducks;
