-- Drops publication whole.
DROP PUBLICATION whole;

-- Alters publication desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk SET (publish = 'insert, update, delete, truncate');

-- Alters publication desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk SET (publish_via_partition_root = false);

-- Alters publication desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk SET (publish_generated_columns = none);

-- Gives desk to postgres.
-- Hazard S504: postgres owns desk.
ALTER PUBLICATION desk OWNER TO postgres;

-- Describes publication desk.
COMMENT ON PUBLICATION desk IS 'Old';

-- Makes again publication whole.
CREATE PUBLICATION whole WITH (publish = 'insert, update, delete, truncate');

-- Creates publication table public.loans in whole.
-- Hazard C409: changes what publication whole sends.
ALTER PUBLICATION whole ADD TABLE ONLY public.loans;
