-- Undo: lossless

-- Describes the database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('COMMENT ON DATABASE %I IS ''the shop''''s 100%%''', pg_catalog.current_database());
END
$$;
