-- Undo: lossless

-- Drops publication whole.
-- Hazard C409: subscriptions to publication whole get nothing more, or stop with an error.
DROP PUBLICATION whole;

-- Alters publication desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk SET (publish = 'insert', publish_via_partition_root = true, publish_generated_columns = stored);

-- Gives desk to keeper.
-- Hazard S504: keeper owns desk.
ALTER PUBLICATION desk OWNER TO keeper;

-- Describes publication desk.
COMMENT ON PUBLICATION desk IS 'New';

-- Makes again publication whole.
-- Hazard C411: updates and deletes fail on any table without a primary key or another replica identity.
CREATE PUBLICATION whole FOR ALL TABLES;
