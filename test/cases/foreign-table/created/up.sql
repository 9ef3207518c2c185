-- Undo: lossless

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

-- Changes the owner of foreign table pond.ducks to keeper.
ALTER FOREIGN TABLE pond.ducks OWNER TO keeper;

-- Changes privileges on foreign table pond.ducks.
GRANT SELECT ON TABLE pond.ducks TO reader;

-- Sets the comment of foreign table pond.ducks.
COMMENT ON FOREIGN TABLE pond.ducks IS 'those on the other pond';

-- Sets properties of table column pond.ducks.name that its CREATE statement can't set.
ALTER TABLE pond.ducks ALTER COLUMN name SET STORAGE EXTERNAL;

-- Sets properties of table column pond.ducks.name that its CREATE statement can't set.
ALTER TABLE pond.ducks ALTER COLUMN name SET STATISTICS 200;

-- Sets properties of table column pond.ducks.name that its CREATE statement can't set.
ALTER TABLE pond.ducks ALTER COLUMN name SET (n_distinct = -0.5);

-- Changes privileges on table column pond.ducks.name.
GRANT UPDATE (name) ON TABLE pond.ducks TO writer;

-- Sets the comment of table column pond.ducks.name.
COMMENT ON COLUMN pond.ducks.name IS 'as it is called';
