-- Stops subscription ducks.
-- Hazard C412: subscription ducks receives nothing while it is disabled.
ALTER SUBSCRIPTION ducks DISABLE;

-- Drops subscription ducks.
-- Hazard C412: slot ducks stays on the publisher and keeps its WAL.
ALTER SUBSCRIPTION ducks SET (slot_name = NONE);

-- Drops subscription ducks.
-- Loses the position of subscription ducks.
-- Hazard D106, blocking: drops subscription ducks, with what it knows of its tables.
DROP SUBSCRIPTION ducks;

-- Drops subscription geese.
-- Hazard C412: slot the_geese stays on the publisher and keeps its WAL.
ALTER SUBSCRIPTION geese SET (slot_name = NONE);

-- Drops subscription geese.
-- Loses the position of subscription geese.
-- Hazard D106, blocking: drops subscription geese, with what it knows of its tables.
DROP SUBSCRIPTION geese;

-- Drops subscription swans.
COMMENT ON SUBSCRIPTION swans IS NULL;

-- Drops subscription swans.
-- Loses the position of subscription swans.
-- Hazard D106, blocking: drops subscription swans, with what it knows of its tables.
DROP SUBSCRIPTION swans;
