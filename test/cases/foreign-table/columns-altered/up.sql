-- Undo: lossless

-- Drops view pond.born.
-- Locks pond.born (ACCESS EXCLUSIVE).
DROP VIEW pond.born;

-- Drops table constraint ducks_id_check ON pond.ducks.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing ducks_id_check on pond.ducks.
ALTER TABLE pond.ducks DROP CONSTRAINT ducks_id_check;

-- Drops table column pond.ducks.gone.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
ALTER TABLE pond.ducks DROP COLUMN gone;

-- Changes the type of table column pond.ducks.id from integer to bigint.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return pond.ducks.id fail once.
ALTER TABLE pond.ducks ALTER COLUMN id TYPE bigint;

-- Alters table column pond.ducks.id.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
ALTER TABLE pond.ducks ALTER COLUMN id SET NOT NULL;

-- Changes the type of table column pond.ducks.name from text to character varying(20).
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return pond.ducks.name fail once.
ALTER TABLE pond.ducks ALTER COLUMN name TYPE character varying(20);

-- Alters table column pond.ducks.name.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in pond.ducks.name.
ALTER TABLE pond.ducks ALTER COLUMN name DROP NOT NULL;

-- Alters table column pond.ducks.name.
ALTER TABLE pond.ducks ALTER COLUMN name SET STATISTICS 300;

-- Changes the type of table column pond.ducks.born from text to date.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return pond.ducks.born fail once.
ALTER TABLE pond.ducks ALTER COLUMN born TYPE date;

-- Changes the collation of table column pond.ducks.size to the default of its type.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return pond.ducks.size fail once.
ALTER TABLE pond.ducks ALTER COLUMN size TYPE text;

-- Alters table column pond.ducks.label.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
ALTER TABLE pond.ducks ALTER COLUMN label SET EXPRESSION AS (upper(kind));

-- Creates table column pond.ducks.fresh.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
ALTER TABLE pond.ducks ADD COLUMN fresh numeric OPTIONS (field '9') NOT NULL;

-- Creates default value pond.ducks.id.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
ALTER TABLE ONLY pond.ducks ALTER COLUMN id SET DEFAULT 1;

-- Recreates table constraint ducks_id_check ON pond.ducks.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
ALTER TABLE pond.ducks ADD CONSTRAINT ducks_id_check CHECK ((id > 10));

-- Recreates view pond.born.
-- Hazard C406: changes what view pond.born returns.
CREATE VIEW pond.born AS
 SELECT born
   FROM pond.ducks;
