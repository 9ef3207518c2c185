-- Undo: lossless

-- Creates table pond.birds.
CREATE TABLE pond.birds (
    id bigint,
    kind text DEFAULT 'duck'::text,
    seen date
)
PARTITION BY LIST (kind);

-- Creates table pond.ducks.
CREATE TABLE pond.ducks
    PARTITION OF pond.birds FOR VALUES IN ('duck');

-- Creates foreign table pond.geese.
CREATE FOREIGN TABLE pond.geese
    PARTITION OF pond.birds (
    id NOT NULL,
    kind DEFAULT 'goose'::text,
    CONSTRAINT geese_id_check CHECK ((id > 5))
)
FOR VALUES IN ('goose')
SERVER delta OPTIONS (file 'g');

-- Sets properties of table column pond.geese.id that its CREATE statement can't set.
-- Hazard C410: changes how column id of foreign table pond.geese is read.
ALTER FOREIGN TABLE pond.geese ALTER COLUMN id OPTIONS (ADD field '1');

-- Creates foreign table pond.others.
CREATE FOREIGN TABLE pond.others
    PARTITION OF pond.birds DEFAULT
SERVER delta;
