-- Undo: lossless

-- Changes the owner of operator class app.numbers USING btree to keeper.
-- Hazard S504: changes the owner of operator class app.numbers USING btree to keeper.
ALTER OPERATOR CLASS app.numbers USING btree OWNER TO keeper;

-- Removes the comment of operator class app.numbers USING btree.
COMMENT ON OPERATOR CLASS app.numbers USING btree IS NULL;
