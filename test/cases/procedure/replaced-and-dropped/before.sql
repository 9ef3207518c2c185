CREATE PROCEDURE tidy() LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE PROCEDURE forget(member bigint) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
