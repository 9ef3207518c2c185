-- Undo: lossless

-- Sessions no longer start with a work_mem of the database.
-- Hazard C413: new sessions of this database start with another work_mem.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I RESET work_mem', pg_catalog.current_database());
END
$$;

-- Sessions start with this app.motto.
-- Hazard C413: new sessions of this database start with another app.motto.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I SET app.motto TO ''it''''s 100%%''', pg_catalog.current_database());
END
$$;

-- Sessions start with this search_path.
-- Hazard C413: new sessions of this database start with another search_path.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I SET search_path TO "$user", app, public', pg_catalog.current_database());
END
$$;

-- Sessions start with this statement_timeout.
-- Hazard C413: new sessions of this database start with another statement_timeout.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I SET statement_timeout TO ''10s''', pg_catalog.current_database());
END
$$;
