-- Undo: lossless

-- Drops transform FOR integer LANGUAGE sql.
DROP TRANSFORM FOR integer LANGUAGE sql;

-- Creates schema pond.
CREATE SCHEMA pond;
