CREATE FUNCTION fee(days integer) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT days * 0.10 $$;
CREATE TABLE loans (id bigint PRIMARY KEY, days integer, CHECK (fee(days) < 100));
CREATE VIEW fees AS SELECT id, fee(days) AS fee FROM loans;
GRANT SELECT ON fees TO reader;
