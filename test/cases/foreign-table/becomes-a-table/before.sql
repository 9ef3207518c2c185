CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE FOREIGN TABLE pond.ducks (id bigint OPTIONS (field '1') NOT NULL, name text DEFAULT 'x' CHECK (name <> '')) SERVER delta;
CREATE VIEW pond.names AS SELECT name FROM pond.ducks;
