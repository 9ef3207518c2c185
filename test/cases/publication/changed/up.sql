-- Undo: lossless

-- Drops publication whole.
-- Hazard C409: subscriptions to publication whole receive no further changes, or stop with an error.
DROP PUBLICATION whole;

-- Alters publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk SET (publish = 'insert', publish_via_partition_root = true, publish_generated_columns = stored);

-- Changes the owner of publication desk to keeper.
-- Hazard S504: changes the owner of publication desk to keeper.
ALTER PUBLICATION desk OWNER TO keeper;

-- Sets the comment of publication desk.
COMMENT ON PUBLICATION desk IS 'New';

-- Recreates publication whole.
-- Hazard C411: updates and deletes fail on any table without a primary key or another replica identity.
CREATE PUBLICATION whole FOR ALL TABLES;
