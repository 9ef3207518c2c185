CREATE TABLE log (line text) WITH (toast.autovacuum_enabled = false, fillfactor = 70);
