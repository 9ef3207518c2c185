-- Alters subscription ducks.
-- Hazard C412: subscription ducks reads from another place, or fails.
ALTER SUBSCRIPTION ducks CONNECTION 'host=delta dbname=pond';

-- Alters subscription ducks.
-- Hazard C412: subscription ducks goes on with the tables it knows.
ALTER SUBSCRIPTION ducks SET PUBLICATION birds, others WITH (refresh = false);

-- Alters subscription ducks.
ALTER SUBSCRIPTION ducks SET (slot_name = 'ducks', binary = false, streaming = parallel, synchronous_commit = 'off', disable_on_error = false, password_required = true, run_as_owner = false, origin = any);

-- Stops subscription geese.
-- Hazard C412: subscription geese receives nothing while it is disabled.
ALTER SUBSCRIPTION geese DISABLE;

-- Alters subscription swans.
ALTER SUBSCRIPTION swans SET (slot_name = 'swans');

-- Has subscription swans receive changes.
ALTER SUBSCRIPTION swans ENABLE;

-- Describes subscription swans.
COMMENT ON SUBSCRIPTION swans IS 'old';
