-- The event, the tags or the function of an event trigger change: it is made anew.
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE DEBUG '%', tg_tag; END $$;
CREATE FUNCTION look() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE DEBUG '%', tg_tag; END $$;
CREATE EVENT TRIGGER by_event ON sql_drop EXECUTE FUNCTION watch();
CREATE EVENT TRIGGER by_tag ON ddl_command_end WHEN TAG IN ('GRANT') EXECUTE FUNCTION watch();
CREATE EVENT TRIGGER by_function ON ddl_command_end EXECUTE FUNCTION look();
