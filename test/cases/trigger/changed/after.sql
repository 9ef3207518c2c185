-- A trigger is replaced in place; a constraint trigger is made anew.
CREATE TABLE loans (id bigint PRIMARY KEY, days integer);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER note_days BEFORE INSERT OR UPDATE ON loans FOR EACH ROW EXECUTE FUNCTION note();
CREATE CONSTRAINT TRIGGER check_days AFTER INSERT ON loans DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note();
