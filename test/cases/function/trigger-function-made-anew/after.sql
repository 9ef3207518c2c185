-- A function of another language is replaced in place; its triggers stay.
CREATE TABLE loans (id bigint PRIMARY KEY);
CREATE FUNCTION due(n integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 5 AS $$ BEGIN RETURN n; END $$;
CREATE INDEX loans_due ON loans (due(id::integer));
