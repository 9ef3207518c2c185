CREATE TABLE log (a integer, b integer);
CREATE STATISTICS pair (ndistinct) ON a, b FROM log;
