-- Transforms both ways and one way, and a function that uses one
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE TRANSFORM FOR bigint LANGUAGE sql (TO SQL WITH FUNCTION int8recv(internal));
CREATE FUNCTION twice(a integer) RETURNS integer TRANSFORM FOR TYPE integer LANGUAGE sql AS 'SELECT a * 2';
COMMENT ON TRANSFORM FOR bigint LANGUAGE sql IS 'one way';
