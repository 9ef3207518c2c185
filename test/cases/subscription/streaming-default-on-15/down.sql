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
