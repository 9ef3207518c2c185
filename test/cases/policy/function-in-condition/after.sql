-- A policy goes around the function that is made anew.
CREATE FUNCTION may_see(member text) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT true $$;
CREATE TABLE loans (id bigint PRIMARY KEY, member text);
CREATE POLICY own ON loans USING (may_see(member));
