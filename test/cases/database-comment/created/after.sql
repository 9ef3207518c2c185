-- A database gets a comment.
CREATE TABLE shelves ();
COMMENT ON DATABASE app IS 'the shop';
