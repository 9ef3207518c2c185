-- Storage parameters are set and reset.
CREATE TABLE visits (id bigint, note text) WITH (fillfactor = 90, toast.autovacuum_enabled = false);
