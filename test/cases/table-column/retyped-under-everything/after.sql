-- A column changes its type under a generated column, a trigger, a policy, a rule, a statistics object and a check.
CREATE TABLE loans (id bigint PRIMARY KEY, days bigint CHECK (days > 0), late boolean GENERATED ALWAYS AS (days > 14) STORED);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER noted BEFORE UPDATE OF days ON loans FOR EACH ROW WHEN (OLD.days < NEW.days) EXECUTE FUNCTION note();
CREATE POLICY short ON loans USING (days < 60);
CREATE RULE long AS ON INSERT TO loans WHERE NEW.days > 60 DO INSTEAD NOTHING;
CREATE STATISTICS together ON id, days FROM loans;
CREATE INDEX loans_days ON loans ((days + 1)) WHERE days > 7;
