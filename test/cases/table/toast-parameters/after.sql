-- Parameters of a table's TOAST table are set and reset.
CREATE TABLE log (line text) WITH (toast.vacuum_truncate = false, autovacuum_vacuum_threshold = 5);
