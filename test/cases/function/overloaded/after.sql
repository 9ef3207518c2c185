-- Functions of one name are told apart by their arguments.
CREATE FUNCTION label(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT n::text $$;
CREATE FUNCTION label(d date) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT to_char(d, 'YYYY') $$;
