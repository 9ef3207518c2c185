-- A column that becomes a generated one makes its foreign table anew
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE FOREIGN TABLE pond.ducks (id bigint, label text GENERATED ALWAYS AS ('x' || name) STORED, name text) SERVER delta;
