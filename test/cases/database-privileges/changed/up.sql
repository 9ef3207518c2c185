-- Undo: lossless

-- Changes privileges on this database.
-- Hazard S501: changes privileges on this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('REVOKE TEMPORARY, CONNECT ON DATABASE %I FROM PUBLIC', pg_catalog.current_database());
END
$$;

-- Changes privileges on this database.
-- Hazard S501: changes privileges on this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('REVOKE CREATE ON DATABASE %I FROM reader', pg_catalog.current_database());
END
$$;

-- Changes privileges on this database.
-- Hazard S501: changes privileges on this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('GRANT TEMPORARY ON DATABASE %I TO "Front Desk" WITH GRANT OPTION', pg_catalog.current_database());
END
$$;

-- Changes privileges on this database.
-- Hazard S501: changes privileges on this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('GRANT CONNECT ON DATABASE %I TO reader', pg_catalog.current_database());
END
$$;

-- Changes privileges on this database.
-- Hazard S501: changes privileges on this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('GRANT CONNECT ON DATABASE %I TO writer', pg_catalog.current_database());
END
$$;
