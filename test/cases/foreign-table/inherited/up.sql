-- Undo: lossless

-- Creates foreign table pond.ducks.
CREATE FOREIGN TABLE pond.ducks (
    weight numeric
)
INHERITS (pond.birds)
SERVER delta OPTIONS (file 'd');

-- Sets properties of table column pond.ducks.id that its CREATE statement can't set.
-- Hazard C410: changes how column id of foreign table pond.ducks is read.
ALTER FOREIGN TABLE pond.ducks ALTER COLUMN id OPTIONS (ADD field '1');

-- Creates table pond.drakes.
CREATE TABLE pond.drakes (
    colour text
)
INHERITS (pond.ducks);
