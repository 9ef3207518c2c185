-- Undo: loses data:
--   the replication position of subscription ducks
--   the replication position of subscription geese
--   the replication position of subscription swans

-- Disables subscription ducks.
-- Hazard C412: subscription ducks receives no changes while it is disabled.
ALTER SUBSCRIPTION ducks DISABLE;

-- Drops subscription ducks.
-- Hazard C412: leaves replication slot ducks on the publisher, which keeps WAL for it.
ALTER SUBSCRIPTION ducks SET (slot_name = NONE);

-- Drops subscription ducks.
-- Loses the replication position of subscription ducks.
-- Hazard D106, blocking: drops subscription ducks and the replication state of its tables.
DROP SUBSCRIPTION ducks;

-- Drops subscription geese.
-- Hazard C412: leaves replication slot geese on the publisher, which keeps WAL for it.
ALTER SUBSCRIPTION geese SET (slot_name = NONE);

-- Drops subscription geese.
-- Loses the replication position of subscription geese.
-- Hazard D106, blocking: drops subscription geese and the replication state of its tables.
DROP SUBSCRIPTION geese;

-- Drops subscription swans.
-- Loses the replication position of subscription swans.
-- Hazard D106, blocking: drops subscription swans and the replication state of its tables.
DROP SUBSCRIPTION swans;

-- Creates schema pond.
CREATE SCHEMA pond;
