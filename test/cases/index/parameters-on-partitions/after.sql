-- Indexes of partitions have parameters and comments of their own.
CREATE TABLE log (day integer, line text) PARTITION BY LIST (day);
CREATE TABLE log_1 PARTITION OF log FOR VALUES IN (1);
CREATE TABLE log_2 PARTITION OF log FOR VALUES IN (2);
CREATE INDEX by_line ON log (line) WITH (fillfactor = 70);
ALTER INDEX log_1_line_idx SET (fillfactor = 60);
COMMENT ON INDEX log_1_line_idx IS 'grows fast';
CREATE INDEX by_day ON log (day, lower(line)) WITH (fillfactor = 80);
ALTER INDEX log_2_day_lower_idx RESET (fillfactor);
ALTER INDEX log_2_day_lower_idx ALTER COLUMN 2 SET STATISTICS 300;
