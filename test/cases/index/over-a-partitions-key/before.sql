CREATE TABLE log (day integer, size integer) PARTITION BY LIST (day);
CREATE TABLE log_1 PARTITION OF log (CONSTRAINT log_1_once UNIQUE (day, size)) FOR VALUES IN (1);
CREATE UNIQUE INDEX once ON log (day, size);
