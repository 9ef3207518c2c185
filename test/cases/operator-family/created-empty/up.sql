-- Undo: lossless

-- Creates operator family app.sizes USING btree.
CREATE OPERATOR FAMILY app.sizes USING btree;

-- Changes the owner of operator family app.sizes USING btree to keeper.
ALTER OPERATOR FAMILY app.sizes USING btree OWNER TO keeper;

-- Sets the comment of operator family app.sizes USING btree.
COMMENT ON OPERATOR FAMILY app.sizes USING btree IS 'How sizes compare';
