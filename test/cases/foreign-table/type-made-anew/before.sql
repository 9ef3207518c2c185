CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE TYPE pond.plumage AS ENUM ('grey', 'white');
CREATE FOREIGN TABLE pond.ducks (id bigint, plumage pond.plumage DEFAULT 'grey', name text) SERVER delta;
CREATE TABLE pond.geese (id bigint, plumage pond.plumage);
