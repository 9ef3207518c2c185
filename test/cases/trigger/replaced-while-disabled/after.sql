-- A trigger that is replaced stays in its state, on partitions too.
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE plain (id integer);
CREATE TRIGGER noted BEFORE UPDATE ON plain FOR EACH ROW EXECUTE FUNCTION note();
ALTER TABLE plain DISABLE TRIGGER noted;
CREATE TABLE events (kind integer) PARTITION BY LIST (kind);
CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1);
CREATE TRIGGER noted BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION note();
ALTER TABLE events_1 DISABLE TRIGGER noted;
