-- A foreign table is made anew with the type of one of its columns, which so keeps its place
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE TYPE pond.plumage AS ENUM ('grey');
CREATE FOREIGN TABLE pond.ducks (id bigint, plumage pond.plumage DEFAULT 'grey', name text) SERVER delta;
CREATE TABLE pond.geese (id bigint, plumage pond.plumage);
