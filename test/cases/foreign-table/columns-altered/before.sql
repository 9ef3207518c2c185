CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE FOREIGN TABLE pond.ducks (id integer, name text NOT NULL, born text, gone date, size text COLLATE "C", kind text,
  label text GENERATED ALWAYS AS (lower(kind)) STORED, CHECK (id > 0)) SERVER delta;
CREATE VIEW pond.born AS SELECT born FROM pond.ducks;
