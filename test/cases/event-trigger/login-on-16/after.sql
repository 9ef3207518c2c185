-- What the server does not have is refused.
CREATE FUNCTION greet() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE EVENT TRIGGER greet ON login EXECUTE FUNCTION greet();
