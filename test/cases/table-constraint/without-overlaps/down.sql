-- Drops table constraint prices_pkey ON public.prices.
-- Locks public.prices (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing prices_pkey on public.prices.
ALTER TABLE public.prices DROP CONSTRAINT prices_pkey;

-- Alters table column public.prices.item.
-- Locks public.prices (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.prices.item.
ALTER TABLE public.prices ALTER COLUMN item DROP NOT NULL;

-- Alters table column public.prices.valid.
-- Locks public.prices (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.prices.valid.
ALTER TABLE public.prices ALTER COLUMN valid DROP NOT NULL;
