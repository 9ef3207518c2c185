-- An event trigger at login can lock everybody out.
CREATE FUNCTION greet() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE DEBUG 'hello'; END $$;
CREATE EVENT TRIGGER greet ON login EXECUTE FUNCTION greet();
