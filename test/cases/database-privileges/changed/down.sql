-- Changes privileges on this database.
-- Hazard S501: changes privileges on this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('REVOKE TEMPORARY ON DATABASE %I FROM "Front Desk"', pg_catalog.current_database());
END
$$;

-- Changes privileges on this database.
-- Hazard S501: changes privileges on this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('REVOKE CONNECT ON DATABASE %I FROM reader', pg_catalog.current_database());
END
$$;

-- Changes privileges on this database.
-- Hazard S501: changes privileges on this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('REVOKE CONNECT ON DATABASE %I FROM writer', pg_catalog.current_database());
END
$$;

-- Changes privileges on this database.
-- Hazard S501, blocking: changes privileges on this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('GRANT TEMPORARY, CONNECT ON DATABASE %I TO PUBLIC', pg_catalog.current_database());
END
$$;

-- Changes privileges on this database.
-- Hazard S501: changes privileges on this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('GRANT CREATE ON DATABASE %I TO reader', pg_catalog.current_database());
END
$$;
