-- Undo: lossless

-- Alters statistics object public.pair.
ALTER STATISTICS public.pair SET STATISTICS 50;

-- Changes the owner of statistics object public.pair to keeper.
-- Hazard S504: changes the owner of statistics object public.pair to keeper.
ALTER STATISTICS public.pair OWNER TO keeper;

-- Sets the comment of statistics object public.pair.
COMMENT ON STATISTICS public.pair IS 'they go together';

-- Creates statistics object public.sums.
CREATE STATISTICS public.sums (dependencies, mcv) ON a, (b + 1) FROM public.log;
