-- Storage parameters are set and reset.
CREATE TABLE visits (id bigint) WITH (fillfactor = 90, toast.autovacuum_enabled = false);
