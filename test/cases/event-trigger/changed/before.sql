CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE DEBUG '%', tg_tag; END $$;
CREATE FUNCTION look() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE DEBUG '%', tg_tag; END $$;
CREATE EVENT TRIGGER by_event ON ddl_command_end EXECUTE FUNCTION watch();
CREATE EVENT TRIGGER by_tag ON ddl_command_end EXECUTE FUNCTION watch();
CREATE EVENT TRIGGER by_function ON ddl_command_end EXECUTE FUNCTION watch();
