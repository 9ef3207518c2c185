-- PostgreSQL rebuilds indexes on expressions when the type of a column changes, and forgets their statistics targets.
CREATE TABLE log (id bigint PRIMARY KEY, n bigint, code varchar(20));
CREATE INDEX log_n ON log ((n + 1), code) WITH (fillfactor = 60);
ALTER INDEX log_n ALTER COLUMN 1 SET STATISTICS 800;
ALTER TABLE log CLUSTER ON log_n;
COMMENT ON INDEX log_n IS 'by the next number';
COMMENT ON INDEX log_pkey IS 'of the key';
COMMENT ON CONSTRAINT log_pkey ON log IS 'the key';
CREATE TABLE days (id integer, n bigint) PARTITION BY RANGE (id);
CREATE TABLE days_1 PARTITION OF days FOR VALUES FROM (0) TO (10);
CREATE INDEX days_n ON days ((n * 2));
ALTER INDEX days_n ALTER COLUMN 1 SET STATISTICS 222;
ALTER INDEX days_1_expr_idx ALTER COLUMN 1 SET STATISTICS 333;
CREATE TABLE spans (id integer, n bigint, EXCLUDE USING btree ((n + id) WITH =));
ALTER INDEX spans_expr_excl ALTER COLUMN 1 SET STATISTICS 44;
CREATE EXTENSION citext;
ALTER INDEX log_n DEPENDS ON EXTENSION citext;
