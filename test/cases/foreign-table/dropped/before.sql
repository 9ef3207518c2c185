CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE FOREIGN TABLE pond.ducks (
  id bigint OPTIONS (field '1') NOT NULL,
  name text OPTIONS (field '2', "Trim" 'it''s') COLLATE "C" DEFAULT 'duck',
  weight numeric(6, 3) CONSTRAINT heavy CHECK (weight > 0),
  label text GENERATED ALWAYS AS (lower(name)) STORED,
  CHECK (id < 1000)
) SERVER delta OPTIONS (file 'ducks.csv', header 'true');
CREATE VIEW pond.names AS SELECT name FROM pond.ducks;
