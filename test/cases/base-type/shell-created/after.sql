-- A shell without a definition.
CREATE SCHEMA app;
CREATE TYPE app.tag;
