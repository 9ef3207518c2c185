-- An argument's new name makes a function anew, and what uses it around it.
CREATE FUNCTION fee(days_late integer) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT days_late * 0.10 $$;
CREATE TABLE loans (id bigint PRIMARY KEY, days integer, CHECK (fee(days) < 100));
CREATE VIEW fees AS SELECT id, fee(days) AS fee FROM loans;
GRANT SELECT ON fees TO reader;
