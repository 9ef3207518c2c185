-- Alters foreign table pond.ducks.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C410: changes where foreign table pond.ducks is read; queries on it may fail.
ALTER FOREIGN TABLE pond.ducks OPTIONS (SET file 'ducks.csv', ADD header 'true', DROP delimiter);

-- Alters table column pond.ducks.id.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C410: changes how column id of foreign table pond.ducks is read.
ALTER FOREIGN TABLE pond.ducks ALTER COLUMN id OPTIONS (SET field '1', ADD old 'yes', DROP "New");

-- Alters table column pond.ducks.name.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C410: changes how column name of foreign table pond.ducks is read.
ALTER FOREIGN TABLE pond.ducks ALTER COLUMN name OPTIONS (DROP field);
