CREATE TABLE log (line text, size integer);
CREATE MATERIALIZED VIEW lines AS SELECT line, size FROM log;
ALTER MATERIALIZED VIEW lines ALTER COLUMN line SET STORAGE EXTERNAL;
CREATE INDEX lines_by_size ON lines (size);
