-- A transform changes in place
CREATE TRANSFORM FOR integer LANGUAGE sql (TO SQL WITH FUNCTION int4recv(internal));
CREATE TRANSFORM FOR bigint LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
CREATE FUNCTION twice(a integer) RETURNS integer TRANSFORM FOR TYPE integer LANGUAGE sql AS 'SELECT a * 2';
COMMENT ON TRANSFORM FOR bigint LANGUAGE sql IS 'one way';
