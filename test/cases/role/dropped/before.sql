CREATE ROLE librarian LOGIN;
CREATE ROLE clerk;
CREATE TABLE shelves ();
ALTER TABLE shelves OWNER TO librarian;
GRANT SELECT ON shelves TO clerk;
CREATE FUNCTION count_up() RETURNS integer LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION count_up() OWNER TO librarian;
