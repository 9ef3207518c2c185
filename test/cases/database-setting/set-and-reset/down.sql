-- Resets app.motto for sessions of this database.
-- Hazard C413: changes app.motto for new sessions of this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I RESET app.motto', pg_catalog.current_database());
END
$$;

-- Resets search_path for sessions of this database.
-- Hazard C413: changes search_path for new sessions of this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I RESET search_path', pg_catalog.current_database());
END
$$;

-- Sets statement_timeout for sessions of this database.
-- Hazard C413: changes statement_timeout for new sessions of this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I SET statement_timeout TO ''5s''', pg_catalog.current_database());
END
$$;

-- Sets work_mem for sessions of this database.
-- Hazard C413: changes work_mem for new sessions of this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER DATABASE %I SET work_mem TO ''64MB''', pg_catalog.current_database());
END
$$;
