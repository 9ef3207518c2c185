-- Drops user mapping FOR reader SERVER delta, because server delta changes.
-- Hazard C410: connections of reader on server delta fail.
DROP USER MAPPING FOR reader SERVER delta;

-- Drops server delta.
DROP SERVER delta;

-- Recreates server delta.
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;

-- Sets the comment of server delta.
COMMENT ON SERVER delta IS 'x';

-- Recreates user mapping FOR reader SERVER delta, because server delta changes.
CREATE USER MAPPING FOR reader SERVER delta;
