-- Drops table public.wing_nuts.
-- Locks public.wing_nuts (ACCESS EXCLUSIVE). Loses the rows of table public.wing_nuts.
-- Hazard D101, blocking: drops table public.wing_nuts with its rows.
DROP TABLE public.wing_nuts;

-- Drops table public.nuts.
-- Locks public.nuts (ACCESS EXCLUSIVE). Loses the rows of table public.nuts.
-- Hazard D101, blocking: drops table public.nuts with its rows.
DROP TABLE public.nuts;

-- Drops table column public.parts.mark.
-- Locks public.parts, public.bolts, public.nuts and 1 more (ACCESS EXCLUSIVE). Loses the values of
--   public.parts.mark.
-- Hazard D102, blocking: drops column public.parts.mark with its values.
ALTER TABLE public.parts DROP COLUMN mark;

-- Drops table column public.parts.rank.
-- Locks public.parts, public.bolts, public.nuts and 1 more (ACCESS EXCLUSIVE). Loses the values of
--   public.parts.rank.
-- Hazard D102, blocking: drops column public.parts.rank with its values.
ALTER TABLE public.parts DROP COLUMN rank;
