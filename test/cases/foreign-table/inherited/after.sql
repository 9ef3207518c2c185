-- Foreign tables inherit, and are inherited from
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE TABLE pond.birds (id bigint, name text CHECK (name <> ''));
CREATE FOREIGN TABLE pond.ducks (weight numeric) INHERITS (pond.birds) SERVER delta OPTIONS (file 'd');
ALTER FOREIGN TABLE pond.ducks ALTER COLUMN id OPTIONS (ADD field '1');
CREATE TABLE pond.drakes (colour text) INHERITS (pond.ducks);
