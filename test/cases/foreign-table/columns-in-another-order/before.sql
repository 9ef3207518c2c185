CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE FOREIGN TABLE pond.ducks (id bigint, name text) SERVER delta;
CREATE VIEW pond.names AS SELECT name FROM pond.ducks;
