-- Undo: lossless

-- Resets statement_timeout for sessions of role reader.
-- Hazard C413: changes statement_timeout for new sessions of role reader.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER ROLE reader IN DATABASE %I RESET statement_timeout', pg_catalog.current_database());
END
$$;

-- Resets lock_timeout for sessions of role writer.
-- Hazard C413: changes lock_timeout for new sessions of role writer.
ALTER ROLE writer RESET lock_timeout;

-- Sets TimeZone for sessions of role Front Desk.
-- Hazard C413: changes TimeZone for new sessions of role Front Desk.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER ROLE "Front Desk" IN DATABASE %I SET "TimeZone" TO ''UTC''', pg_catalog.current_database());
END
$$;

-- Sets lock_timeout for sessions of all roles.
-- Hazard C413: changes lock_timeout for new sessions of all roles.
ALTER ROLE ALL SET lock_timeout TO '2s';

-- Sets search_path for sessions of role reader.
-- Hazard C413: changes search_path for new sessions of role reader.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER ROLE reader IN DATABASE %I SET search_path TO app, public', pg_catalog.current_database());
END
$$;

-- Sets work_mem for sessions of role reader.
-- Hazard C413: changes work_mem for new sessions of role reader.
ALTER ROLE reader SET work_mem TO '32MB';
