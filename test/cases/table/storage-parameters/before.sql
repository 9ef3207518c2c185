CREATE TABLE visits (id bigint, note text) WITH (fillfactor = 70, autovacuum_enabled = false);
