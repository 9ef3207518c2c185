-- Creates foreign table pond.ducks.
CREATE FOREIGN TABLE pond.ducks (
    id bigint OPTIONS (field '1') NOT NULL,
    name text OPTIONS (field '2', "Trim" 'it''s') COLLATE pg_catalog."C" DEFAULT 'duck'::text,
    weight numeric(6,3),
    label text GENERATED ALWAYS AS (lower(name)) STORED,
    CONSTRAINT ducks_id_check CHECK ((id < 1000)),
    CONSTRAINT heavy CHECK ((weight > (0)::numeric))
)
SERVER delta OPTIONS (file 'ducks.csv', header 'true');

-- Creates view pond.names.
CREATE VIEW pond.names AS
 SELECT name
   FROM pond.ducks;
