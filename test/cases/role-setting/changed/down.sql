-- Resets TimeZone for sessions of role Front Desk.
-- Hazard C413: changes TimeZone for new sessions of role Front Desk.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER ROLE "Front Desk" IN DATABASE %I RESET "TimeZone"', pg_catalog.current_database());
END
$$;

-- Resets lock_timeout for sessions of all roles.
-- Hazard C413: changes lock_timeout for new sessions of all roles.
ALTER ROLE ALL RESET lock_timeout;

-- Resets search_path for sessions of role reader.
-- Hazard C413: changes search_path for new sessions of role reader.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER ROLE reader IN DATABASE %I RESET search_path', pg_catalog.current_database());
END
$$;

-- Sets statement_timeout for sessions of role reader.
-- Hazard C413: changes statement_timeout for new sessions of role reader.
DO $$
BEGIN
    EXECUTE pg_catalog.format('ALTER ROLE reader IN DATABASE %I SET statement_timeout TO ''5s''', pg_catalog.current_database());
END
$$;

-- Sets work_mem for sessions of role reader.
-- Hazard C413: changes work_mem for new sessions of role reader.
ALTER ROLE reader SET work_mem TO '64MB';

-- Sets lock_timeout for sessions of role writer.
-- Hazard C413: changes lock_timeout for new sessions of role writer.
ALTER ROLE writer SET lock_timeout TO '1s';
