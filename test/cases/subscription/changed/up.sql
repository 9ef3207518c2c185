-- Undo: lossless

-- Alters subscription ducks.
-- Hazard C412: changes the connection of subscription ducks, which may fail.
ALTER SUBSCRIPTION ducks CONNECTION 'host=lake dbname=pond';

-- Alters subscription ducks.
-- Hazard C412: subscription ducks receives changes of the same tables until it is refreshed.
ALTER SUBSCRIPTION ducks SET PUBLICATION birds, more WITH (refresh = false);

-- Alters subscription ducks.
ALTER SUBSCRIPTION ducks SET (slot_name = 'other', binary = true, streaming = off, synchronous_commit = 'on', disable_on_error = true, password_required = false, run_as_owner = true, origin = none);

-- Enables subscription geese.
ALTER SUBSCRIPTION geese ENABLE;

-- Disables subscription swans.
-- Hazard C412: subscription swans receives no changes while it is disabled.
ALTER SUBSCRIPTION swans DISABLE;

-- Alters subscription swans.
ALTER SUBSCRIPTION swans SET (slot_name = NONE);

-- Sets the comment of subscription swans.
COMMENT ON SUBSCRIPTION swans IS 'new';
