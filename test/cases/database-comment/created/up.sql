-- Undo: lossless

-- Sets the comment of this database.
DO $$
BEGIN
    EXECUTE pg_catalog.format('COMMENT ON DATABASE %I IS ''the shop''', pg_catalog.current_database());
END
$$;
