-- Undo: lossless

-- Alters table column public.prices.item.
-- Locks public.prices (ACCESS EXCLUSIVE). Scans public.prices.
-- Hazard A202: reads all of public.prices under an ACCESS EXCLUSIVE lock to check that item contains no null.
-- Hazard F301: fails if public.prices.item contains a null.
ALTER TABLE public.prices ALTER COLUMN item SET NOT NULL;

-- Alters table column public.prices.valid.
-- Locks public.prices (ACCESS EXCLUSIVE). Scans public.prices.
-- Hazard A202: reads all of public.prices under an ACCESS EXCLUSIVE lock to check that valid contains no null.
-- Hazard F301: fails if public.prices.valid contains a null.
ALTER TABLE public.prices ALTER COLUMN valid SET NOT NULL;

-- Creates table constraint prices_pkey ON public.prices.
-- Locks public.prices (ACCESS EXCLUSIVE). Builds an index over public.prices.
-- Hazard A203: builds an index on public.prices under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.prices contains duplicates.
ALTER TABLE public.prices ADD CONSTRAINT prices_pkey PRIMARY KEY (item, valid WITHOUT OVERLAPS);
