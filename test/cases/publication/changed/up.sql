-- Undo: lossless

-- Drops publication whole.
DROP PUBLICATION whole;

-- Alters publication desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk SET (publish = 'insert');

-- Alters publication desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk SET (publish_via_partition_root = true);

-- Alters publication desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk SET (publish_generated_columns = stored);

-- Gives desk to keeper.
-- Hazard S504: keeper owns desk.
ALTER PUBLICATION desk OWNER TO keeper;

-- Describes publication desk.
COMMENT ON PUBLICATION desk IS 'New';

-- Makes again publication whole.
CREATE PUBLICATION whole FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate');
