CREATE FUNCTION due(days integer DEFAULT 14) RETURNS date LANGUAGE sql STABLE AS $$ SELECT current_date + days $$;
CREATE FUNCTION fine(days integer) RETURNS integer LANGUAGE sql STABLE AS $$ SELECT days $$;
