CREATE TABLE orders (id integer PRIMARY KEY, total integer);
CREATE FUNCTION check_total() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER total AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION check_total();
