-- Sessions no longer start with a app.motto of the database.
-- Hazard C413: new sessions of this database start with another app.motto.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I RESET app.motto', pg_catalog.current_database());
END
$$;

-- Sessions no longer start with a search_path of the database.
-- Hazard C413: new sessions of this database start with another search_path.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I RESET search_path', pg_catalog.current_database());
END
$$;

-- Sessions start with this statement_timeout.
-- Hazard C413: new sessions of this database start with another statement_timeout.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I SET statement_timeout TO ''5s''', pg_catalog.current_database());
END
$$;

-- Sessions start with this work_mem.
-- Hazard C413: new sessions of this database start with another work_mem.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I SET work_mem TO ''64MB''', pg_catalog.current_database());
END
$$;
