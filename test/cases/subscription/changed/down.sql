-- Alters subscription ducks.
-- Hazard C412: changes the connection of subscription ducks, which may fail.
ALTER SUBSCRIPTION ducks CONNECTION 'host=delta dbname=pond';

-- Alters subscription ducks.
-- Hazard C412: subscription ducks receives changes of the same tables until it is refreshed.
ALTER SUBSCRIPTION ducks SET PUBLICATION birds, others WITH (refresh = false);

-- Alters subscription ducks.
ALTER SUBSCRIPTION ducks SET (slot_name = 'ducks', binary = false, streaming = parallel, synchronous_commit = 'off', disable_on_error = false, password_required = true, run_as_owner = false, origin = any);

-- Disables subscription geese.
-- Hazard C412: subscription geese receives no changes while it is disabled.
ALTER SUBSCRIPTION geese DISABLE;

-- Alters subscription swans.
ALTER SUBSCRIPTION swans SET (slot_name = 'swans');

-- Enables subscription swans.
ALTER SUBSCRIPTION swans ENABLE;

-- Sets the comment of subscription swans.
COMMENT ON SUBSCRIPTION swans IS 'old';
