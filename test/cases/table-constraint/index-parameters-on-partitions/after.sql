-- A partition's key has parameters and comments of its own.
CREATE TABLE log (day integer PRIMARY KEY) PARTITION BY LIST (day);
CREATE TABLE log_1 PARTITION OF log FOR VALUES IN (1);
ALTER INDEX log_1_pkey SET (fillfactor = 60);
COMMENT ON CONSTRAINT log_1_pkey ON log_1 IS 'the key';
COMMENT ON INDEX log_1_pkey IS 'its index';
CREATE TABLE notes (day integer PRIMARY KEY WITH (fillfactor = 90)) PARTITION BY LIST (day);
CREATE TABLE notes_1 PARTITION OF notes FOR VALUES IN (1);
ALTER INDEX notes_1_pkey SET (fillfactor = 70);
