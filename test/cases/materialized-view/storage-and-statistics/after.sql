-- Columns of a materialized view are stored and counted as they are told.
CREATE TABLE log (line text, size integer);
CREATE MATERIALIZED VIEW lines WITH (toast.autovacuum_enabled = false) AS SELECT line, size FROM log;
ALTER MATERIALIZED VIEW lines ALTER COLUMN line SET COMPRESSION pglz;
ALTER MATERIALIZED VIEW lines ALTER COLUMN size SET STATISTICS 20;
ALTER MATERIALIZED VIEW lines ALTER COLUMN size SET (n_distinct = 20);
CREATE INDEX lines_by_size ON lines (size);
ALTER MATERIALIZED VIEW lines CLUSTER ON lines_by_size;
CREATE MATERIALIZED VIEW more AS SELECT line FROM log WITH NO DATA;
ALTER MATERIALIZED VIEW more ALTER COLUMN line SET STORAGE EXTERNAL;
