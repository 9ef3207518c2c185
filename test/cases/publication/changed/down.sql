-- Drops publication whole.
-- Hazard C409: subscriptions to publication whole get nothing more, or stop with an error.
DROP PUBLICATION whole;

-- Alters publication desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = false, publish_generated_columns = none);

-- Gives desk to postgres.
-- Hazard S504: postgres owns desk.
ALTER PUBLICATION desk OWNER TO postgres;

-- Describes publication desk.
COMMENT ON PUBLICATION desk IS 'Old';

-- Makes again publication whole.
CREATE PUBLICATION whole;

-- Publication whole sends public.loans from now on.
-- Hazard C409: changes what publication whole sends.
-- Hazard C411: updates and deletes fail on public.loans unless it has a primary key or another replica identity.
ALTER PUBLICATION whole ADD TABLE ONLY public.loans;
