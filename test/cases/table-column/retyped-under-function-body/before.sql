CREATE TABLE loans (id integer PRIMARY KEY, days integer);
CREATE FUNCTION longest() RETURNS TABLE (n integer) LANGUAGE sql STABLE BEGIN ATOMIC SELECT max(days) FROM loans; END;
CREATE VIEW longest_ever AS SELECT n FROM longest();
