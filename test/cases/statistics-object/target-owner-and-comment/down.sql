-- Drops statistics object public.sums.
DROP STATISTICS public.sums;

-- Alters statistics object public.pair.
ALTER STATISTICS public.pair SET STATISTICS -1;

-- Gives public.pair to postgres.
-- Hazard S504: postgres owns public.pair.
ALTER STATISTICS public.pair OWNER TO postgres;

-- Removes the comment of public.pair.
COMMENT ON STATISTICS public.pair IS NULL;
