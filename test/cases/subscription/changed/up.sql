-- Undo: lossless

-- Alters subscription ducks.
-- Hazard C412: subscription ducks reads from another place, or fails.
ALTER SUBSCRIPTION ducks CONNECTION 'host=lake dbname=pond';

-- Alters subscription ducks.
-- Hazard C412: subscription ducks goes on with the tables it knows.
ALTER SUBSCRIPTION ducks SET PUBLICATION birds, more WITH (refresh = false);

-- Alters subscription ducks.
ALTER SUBSCRIPTION ducks SET (slot_name = 'other', binary = true, streaming = off, synchronous_commit = 'on', disable_on_error = true, password_required = false, run_as_owner = true, origin = none);

-- Has subscription geese receive changes.
ALTER SUBSCRIPTION geese ENABLE;

-- Stops subscription swans.
-- Hazard C412: subscription swans receives nothing while it is disabled.
ALTER SUBSCRIPTION swans DISABLE;

-- Alters subscription swans.
ALTER SUBSCRIPTION swans SET (slot_name = NONE);

-- Describes subscription swans.
COMMENT ON SUBSCRIPTION swans IS 'new';
