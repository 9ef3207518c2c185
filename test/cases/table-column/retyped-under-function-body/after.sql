-- A function with a parsed body and a view over it are made anew around the column that they read.
CREATE TABLE loans (id integer PRIMARY KEY, days bigint);
CREATE FUNCTION longest() RETURNS TABLE (n bigint) LANGUAGE sql STABLE BEGIN ATOMIC SELECT max(days) FROM loans; END;
CREATE VIEW longest_ever AS SELECT n FROM longest();
