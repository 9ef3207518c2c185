-- Undo: lossless

-- Drops user mapping FOR reader SERVER delta, because server delta changes.
-- Hazard C410: reader on server delta can't connect any more.
DROP USER MAPPING FOR reader SERVER delta;

-- Drops server delta.
DROP SERVER delta;

-- Makes again server delta.
CREATE SERVER delta FOREIGN DATA WRAPPER raft;

-- Describes server delta.
COMMENT ON SERVER delta IS 'x';

-- Makes again user mapping FOR reader SERVER delta, because server delta changes.
CREATE USER MAPPING FOR reader SERVER delta;
