-- Drops table constraint prices_pkey ON public.prices.
-- Locks public.prices (ACCESS EXCLUSIVE).
-- Hazard C408: public.prices no longer enforces prices_pkey.
ALTER TABLE public.prices DROP CONSTRAINT prices_pkey;

-- Alters table column public.prices.item.
-- Locks public.prices (ACCESS EXCLUSIVE).
-- Hazard C408: public.prices.item may be null.
ALTER TABLE public.prices ALTER COLUMN item DROP NOT NULL;

-- Alters table column public.prices.valid.
-- Locks public.prices (ACCESS EXCLUSIVE).
-- Hazard C408: public.prices.valid may be null.
ALTER TABLE public.prices ALTER COLUMN valid DROP NOT NULL;
