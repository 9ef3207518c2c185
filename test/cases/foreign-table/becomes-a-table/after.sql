-- A foreign table becomes a table of the same name
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE TABLE pond.ducks (id bigint NOT NULL, name text DEFAULT 'x' CHECK (name <> ''));
CREATE VIEW pond.names AS SELECT name FROM pond.ducks;
