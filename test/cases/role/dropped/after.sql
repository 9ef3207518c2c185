-- A role goes when nothing is its own any more.
CREATE ROLE clerk;
CREATE TABLE shelves ();
CREATE FUNCTION count_up() RETURNS integer LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION count_up() OWNER TO clerk;
