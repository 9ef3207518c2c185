-- Drops publication whole.
-- Hazard C409: subscriptions to publication whole receive no further changes, or stop with an error.
DROP PUBLICATION whole;

-- Alters publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = false, publish_generated_columns = none);

-- Changes the owner of publication desk to postgres.
-- Hazard S504: changes the owner of publication desk to postgres.
ALTER PUBLICATION desk OWNER TO postgres;

-- Sets the comment of publication desk.
COMMENT ON PUBLICATION desk IS 'Old';

-- Recreates publication whole.
CREATE PUBLICATION whole;

-- Adds table public.loans to publication whole.
-- Hazard C409: changes what publication whole publishes.
-- Hazard C411: updates and deletes fail on table public.loans unless it has a primary key or another replica identity.
ALTER PUBLICATION whole ADD TABLE ONLY public.loans;
