-- Undo: lossless

-- Gives app.sizes USING btree to keeper.
-- Hazard S504: keeper owns app.sizes USING btree.
ALTER OPERATOR FAMILY app.sizes USING btree OWNER TO keeper;

-- Describes operator family app.sizes USING btree.
COMMENT ON OPERATOR FAMILY app.sizes USING btree IS 'How sizes are ordered';
