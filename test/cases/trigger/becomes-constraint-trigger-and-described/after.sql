-- A trigger that can be deferred is made anew.
CREATE TABLE orders (id integer PRIMARY KEY, total integer);
CREATE FUNCTION check_total() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE CONSTRAINT TRIGGER total AFTER INSERT ON orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_total();
COMMENT ON TRIGGER total ON orders IS 'At the end of the transaction';
