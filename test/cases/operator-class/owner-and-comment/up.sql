-- Undo: lossless

-- Gives app.numbers USING btree to keeper.
-- Hazard S504: keeper owns app.numbers USING btree.
ALTER OPERATOR CLASS app.numbers USING btree OWNER TO keeper;

-- Removes the comment of app.numbers USING btree.
COMMENT ON OPERATOR CLASS app.numbers USING btree IS NULL;
