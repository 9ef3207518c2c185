-- A procedure whose arguments have other names, or a default less, is made anew.
CREATE PROCEDURE file(name text, copies integer) LANGUAGE plpgsql AS 'BEGIN NULL; END';
