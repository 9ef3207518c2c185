-- What goes with an extension is made after it.
CREATE EXTENSION pg_trgm;
CREATE FUNCTION alike(text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
ALTER FUNCTION alike(text) DEPENDS ON EXTENSION pg_trgm;
CREATE PROCEDURE work() LANGUAGE sql AS 'SELECT 1';
ALTER PROCEDURE work() DEPENDS ON EXTENSION pg_trgm;
