-- Undo: lossless

-- Alters foreign table pond.ducks.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C410: changes where foreign table pond.ducks is read; queries on it may fail.
ALTER FOREIGN TABLE pond.ducks OPTIONS (SET file 'geese.csv', ADD delimiter ';', DROP header);

-- Alters table column pond.ducks.id.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C410: changes how column id of foreign table pond.ducks is read.
ALTER FOREIGN TABLE pond.ducks ALTER COLUMN id OPTIONS (SET field '7', ADD "New" 'yes', DROP old);

-- Alters table column pond.ducks.name.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C410: changes how column name of foreign table pond.ducks is read.
ALTER FOREIGN TABLE pond.ducks ALTER COLUMN name OPTIONS (ADD field '2');
