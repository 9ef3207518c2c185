-- Undo: lossless

-- Sessions of reader no longer start with a statement_timeout.
-- Hazard C413: new sessions of reader start with another statement_timeout.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER ROLE reader IN DATABASE %I RESET statement_timeout', pg_catalog.current_database());
END
$$;

-- Sessions of writer no longer start with a lock_timeout.
-- Hazard C413: new sessions of writer start with another lock_timeout.
ALTER ROLE writer RESET lock_timeout;

-- Sessions of Front Desk start with this TimeZone.
-- Hazard C413: new sessions of Front Desk start with another TimeZone.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER ROLE "Front Desk" IN DATABASE %I SET "TimeZone" TO ''UTC''', pg_catalog.current_database());
END
$$;

-- Sessions of all roles start with this lock_timeout.
-- Hazard C413: new sessions of all roles start with another lock_timeout.
ALTER ROLE ALL SET lock_timeout TO '2s';

-- Sessions of reader start with this search_path.
-- Hazard C413: new sessions of reader start with another search_path.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER ROLE reader IN DATABASE %I SET search_path TO app, public', pg_catalog.current_database());
END
$$;

-- Sessions of reader start with this work_mem.
-- Hazard C413: new sessions of reader start with another work_mem.
ALTER ROLE reader SET work_mem TO '32MB';
