CREATE TABLE log (day integer, line text) PARTITION BY LIST (day);
CREATE TABLE log_1 PARTITION OF log FOR VALUES IN (1);
CREATE TABLE log_2 PARTITION OF log FOR VALUES IN (2);
CREATE INDEX by_line ON log (line) WITH (fillfactor = 70);
