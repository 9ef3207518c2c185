-- Drops statistics object public.sums.
DROP STATISTICS public.sums;

-- Alters statistics object public.pair.
ALTER STATISTICS public.pair SET STATISTICS -1;

-- Changes the owner of statistics object public.pair to postgres.
-- Hazard S504: changes the owner of statistics object public.pair to postgres.
ALTER STATISTICS public.pair OWNER TO postgres;

-- Removes the comment of statistics object public.pair.
COMMENT ON STATISTICS public.pair IS NULL;
