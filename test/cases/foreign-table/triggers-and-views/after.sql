-- Triggers, views and statistics on a foreign table come and change
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE FUNCTION pond.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FOREIGN TABLE pond.ducks (id bigint, name text) SERVER delta;
CREATE TRIGGER noting AFTER INSERT OR UPDATE ON pond.ducks FOR EACH ROW EXECUTE FUNCTION pond.note();
ALTER TABLE pond.ducks ENABLE ALWAYS TRIGGER noting;
CREATE VIEW pond.names AS SELECT name FROM pond.ducks;
CREATE STATISTICS pond.both ON id, name FROM pond.ducks;
