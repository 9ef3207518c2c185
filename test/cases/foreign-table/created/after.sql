-- A foreign table comes with options, columns, constraints, comment, owner and privileges
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

ALTER FOREIGN TABLE pond.ducks ALTER COLUMN name SET STATISTICS 200;
ALTER FOREIGN TABLE pond.ducks ALTER COLUMN name SET (n_distinct = -0.5);
ALTER FOREIGN TABLE pond.ducks ALTER COLUMN name SET STORAGE EXTERNAL;
ALTER FOREIGN TABLE pond.ducks OWNER TO keeper;
COMMENT ON FOREIGN TABLE pond.ducks IS 'those on the other pond';
COMMENT ON COLUMN pond.ducks.name IS 'as it is called';
GRANT SELECT ON pond.ducks TO reader;
GRANT UPDATE (name) ON pond.ducks TO writer;
