-- Statistics get a target, another owner and a comment.
CREATE TABLE log (a integer, b integer);
CREATE STATISTICS pair (ndistinct) ON a, b FROM log;
ALTER STATISTICS pair SET STATISTICS 50;
ALTER STATISTICS pair OWNER TO keeper;
COMMENT ON STATISTICS pair IS 'they go together';
CREATE STATISTICS sums (mcv, dependencies) ON a, (b + 1) FROM log;
