-- Undo: lossless

-- Drops foreign table pond.t; its rows remain on the foreign server.
-- Locks pond.t (ACCESS EXCLUSIVE).
-- Hazard C402: queries that name foreign table pond.t fail.
DROP FOREIGN TABLE pond.t;

-- Drops user mapping FOR reader SERVER delta.
-- Hazard C410: connections of reader on server delta fail.
DROP USER MAPPING FOR reader SERVER delta;

-- Drops server delta.
DROP SERVER delta;

-- Drops foreign-data wrapper ferry.
DROP FOREIGN DATA WRAPPER ferry;
