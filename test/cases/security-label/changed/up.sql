-- Undo: loses data:
--   the rows of table public.gone

-- Removes the security label of provider guard from COLUMN public.shelves.name.
-- Hazard S511: changes the security label of provider guard on COLUMN public.shelves.name.
SECURITY LABEL FOR guard ON COLUMN public.shelves.name IS NULL;

-- Drops table public.gone.
-- Locks public.gone (ACCESS EXCLUSIVE). Loses the rows of table public.gone.
-- Hazard D101, blocking: drops table public.gone with its rows.
DROP TABLE public.gone;

-- Sets the security label of provider guard on TABLE public.shelves.
-- Hazard S511: changes the security label of provider guard on TABLE public.shelves.
SECURITY LABEL FOR guard ON TABLE public.shelves IS 'open';
