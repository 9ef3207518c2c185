-- Undo: lossless

-- Resets work_mem for sessions of this database.
-- Hazard C413: changes work_mem for new sessions of this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I RESET work_mem', pg_catalog.current_database());
END
$$;

-- Sets app.motto for sessions of this database.
-- Hazard C413: changes app.motto for new sessions of this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I SET app.motto TO ''it''''s 100%%''', pg_catalog.current_database());
END
$$;

-- Sets search_path for sessions of this database.
-- Hazard C413: changes search_path for new sessions of this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I SET search_path TO "$user", app, public', pg_catalog.current_database());
END
$$;

-- Sets statement_timeout for sessions of this database.
-- Hazard C413: changes statement_timeout for new sessions of this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I SET statement_timeout TO ''10s''', pg_catalog.current_database());
END
$$;
