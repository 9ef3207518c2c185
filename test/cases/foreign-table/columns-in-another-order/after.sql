-- A column in the middle makes a foreign table anew: wrappers of files read columns by their place
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE FOREIGN TABLE pond.ducks (id bigint, born date, name text) SERVER delta;
CREATE VIEW pond.names AS SELECT name FROM pond.ducks;
