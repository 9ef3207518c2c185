CREATE SCHEMA app;
CREATE TYPE app.size AS ENUM ('s', 'm', 'l');
CREATE FUNCTION app.same(app.size, app.size) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'enum_eq';
