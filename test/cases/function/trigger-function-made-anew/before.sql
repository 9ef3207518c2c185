CREATE TABLE loans (id bigint PRIMARY KEY);
CREATE FUNCTION due(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT n $$;
CREATE INDEX loans_due ON loans (due(id::integer));
