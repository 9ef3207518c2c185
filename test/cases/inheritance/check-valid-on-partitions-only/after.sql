-- A check that is NOT VALID on the parent is valid on a partition.
CREATE TABLE log (day integer, size integer) PARTITION BY LIST (day);
CREATE TABLE log_1 PARTITION OF log FOR VALUES IN (1);
ALTER TABLE log ADD CONSTRAINT sized CHECK (size > 0) NOT VALID;
ALTER TABLE log_1 VALIDATE CONSTRAINT sized;
