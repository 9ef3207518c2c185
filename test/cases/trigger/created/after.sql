-- A trigger comes after its function and its table.
CREATE TABLE loans (id bigint PRIMARY KEY, days integer);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER note_days BEFORE UPDATE OF days ON loans FOR EACH ROW WHEN (OLD.days <> NEW.days) EXECUTE FUNCTION note('days');
CREATE TRIGGER note_all AFTER INSERT ON loans REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note();
COMMENT ON TRIGGER note_days ON loans IS 'For the log';
