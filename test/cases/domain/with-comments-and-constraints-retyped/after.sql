-- A domain that is made anew keeps its default, NOT NULL, checks, comments and privileges.
CREATE DOMAIN shelf AS integer DEFAULT 1 NOT NULL CONSTRAINT positive CHECK (VALUE > 0);
COMMENT ON DOMAIN shelf IS 'Counted';
COMMENT ON CONSTRAINT positive ON DOMAIN shelf IS 'From one';
REVOKE USAGE ON DOMAIN shelf FROM PUBLIC;
CREATE TABLE copies (id bigint PRIMARY KEY, shelf shelf);
CREATE FUNCTION next_shelf(s shelf) RETURNS shelf LANGUAGE sql IMMUTABLE AS $$ SELECT s $$;
