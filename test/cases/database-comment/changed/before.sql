COMMENT ON DATABASE app IS 'the shop';
