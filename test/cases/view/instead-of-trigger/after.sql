-- A view that is made anew keeps its trigger and its defaults.
CREATE TABLE loans (id bigint, book text, back boolean);
CREATE VIEW mine AS SELECT id, book FROM loans;
ALTER VIEW mine ALTER COLUMN book SET DEFAULT 'Emma';
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER noted INSTEAD OF INSERT ON mine FOR EACH ROW EXECUTE FUNCTION note();
