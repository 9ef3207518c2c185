-- Columns of a foreign table are added, dropped and altered in place, and no rows are read for it
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE FOREIGN TABLE pond.ducks (id bigint NOT NULL DEFAULT 1, name varchar(20), born date, size text, kind text,
  label text GENERATED ALWAYS AS (upper(kind)) STORED, fresh numeric OPTIONS (field '9') NOT NULL, CHECK (id > 10)) SERVER delta;
ALTER FOREIGN TABLE pond.ducks ALTER COLUMN name SET STATISTICS 300;
CREATE VIEW pond.born AS SELECT born FROM pond.ducks;
