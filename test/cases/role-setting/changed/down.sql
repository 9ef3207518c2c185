-- Sessions of Front Desk no longer start with a TimeZone.
-- Hazard C413: new sessions of Front Desk start with another TimeZone.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER ROLE "Front Desk" IN DATABASE %I RESET "TimeZone"', pg_catalog.current_database());
END
$$;

-- Sessions of all roles no longer start with a lock_timeout.
-- Hazard C413: new sessions of all roles start with another lock_timeout.
ALTER ROLE ALL RESET lock_timeout;

-- Sessions of reader no longer start with a search_path.
-- Hazard C413: new sessions of reader start with another search_path.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER ROLE reader IN DATABASE %I RESET search_path', pg_catalog.current_database());
END
$$;

-- Sessions of reader start with this statement_timeout.
-- Hazard C413: new sessions of reader start with another statement_timeout.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER ROLE reader IN DATABASE %I SET statement_timeout TO ''5s''', pg_catalog.current_database());
END
$$;

-- Sessions of reader start with this work_mem.
-- Hazard C413: new sessions of reader start with another work_mem.
ALTER ROLE reader SET work_mem TO '64MB';

-- Sessions of writer start with this lock_timeout.
-- Hazard C413: new sessions of writer start with another lock_timeout.
ALTER ROLE writer SET lock_timeout TO '1s';
