-- A default value that goes away makes a function anew; one that comes does not.
CREATE FUNCTION due(days integer) RETURNS date LANGUAGE sql STABLE AS $$ SELECT current_date + days $$;
CREATE FUNCTION fine(days integer DEFAULT 1) RETURNS integer LANGUAGE sql STABLE AS $$ SELECT days $$;
