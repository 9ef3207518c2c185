-- The functions go with the type; what uses it goes before.
CREATE SCHEMA app;
CREATE TABLE app.notes (id bigint PRIMARY KEY);
