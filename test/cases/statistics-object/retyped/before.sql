CREATE TABLE log (id integer, n integer, code varchar(10), at timestamptz);
CREATE STATISTICS pair ON id, n FROM log;
ALTER STATISTICS pair SET STATISTICS 400;
ALTER STATISTICS pair OWNER TO keeper;
COMMENT ON STATISTICS pair IS 'they go together';
CREATE STATISTICS codes ON n, (code || 'x') FROM log;
ALTER STATISTICS codes SET STATISTICS 30;
