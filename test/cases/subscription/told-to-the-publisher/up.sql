-- Undo: lossless

-- Disables subscription ducks.
-- Hazard C412: subscription ducks receives no changes while it is disabled.
ALTER SUBSCRIPTION ducks DISABLE;

-- OUTSIDE A TRANSACTION

-- Alters subscription ducks.
-- Hazard C412: fails if the publisher of subscription ducks can't be reached.
ALTER SUBSCRIPTION ducks SET (two_phase = true);

-- OUTSIDE A TRANSACTION

-- Alters subscription ducks.
-- Hazard C412: fails if the publisher of subscription ducks can't be reached.
ALTER SUBSCRIPTION ducks SET (failover = true);

-- Enables subscription ducks.
ALTER SUBSCRIPTION ducks ENABLE;
