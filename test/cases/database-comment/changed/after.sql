-- The database's comment.
COMMENT ON DATABASE app IS 'the shop''s 100%';
