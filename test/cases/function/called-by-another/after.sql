-- a function that another one's body calls is created first
CREATE SCHEMA app;

CREATE FUNCTION app.zz(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + 1';

CREATE FUNCTION app.aa(n integer) RETURNS integer LANGUAGE sql AS 'SELECT app.zz(n) * 2';

CREATE FUNCTION app.mm(n integer) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN "Nn"(n); END';

CREATE FUNCTION app."Nn"(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
