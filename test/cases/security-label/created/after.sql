-- Labels for a provider of the server.
CREATE SCHEMA app;
CREATE TABLE shelves (id integer, name text);
SECURITY LABEL FOR guard ON TABLE shelves IS 'secret';
SECURITY LABEL FOR guard ON COLUMN shelves.name IS 'it''s; secret';
SECURITY LABEL FOR anon ON COLUMN shelves.name IS 'MASKED WITH VALUE NULL';
SECURITY LABEL FOR guard ON SCHEMA app IS 'open';
CREATE FUNCTION app.one(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
SECURITY LABEL FOR guard ON FUNCTION app.one(integer) IS 'open';
CREATE VIEW app."Some of" AS SELECT id AS "the id" FROM shelves;
SECURITY LABEL FOR guard ON VIEW app."Some of" IS 'open';
SECURITY LABEL FOR guard ON COLUMN app."Some of"."the id" IS 'open';
CREATE DOMAIN app.size AS integer;
SECURITY LABEL FOR guard ON DOMAIN app.size IS 'open';
CREATE PUBLICATION news;
SECURITY LABEL FOR guard ON PUBLICATION news IS 'open';
