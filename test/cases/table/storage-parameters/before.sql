CREATE TABLE visits (id bigint) WITH (fillfactor = 70, autovacuum_enabled = false);
