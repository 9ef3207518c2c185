-- Event triggers come last, so that they do not watch the plan that makes them.
CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE DEBUG '%', tg_tag; END $$;
CREATE EVENT TRIGGER watch_tables ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE') EXECUTE FUNCTION watch();
CREATE EVENT TRIGGER "Watch all" ON ddl_command_start EXECUTE FUNCTION watch();
ALTER EVENT TRIGGER "Watch all" DISABLE;
ALTER EVENT TRIGGER watch_tables OWNER TO keeper;
COMMENT ON EVENT TRIGGER watch_tables IS 'Who changed it?';
CREATE TABLE loans (id bigint);
CREATE VIEW open_loans AS SELECT * FROM loans;
