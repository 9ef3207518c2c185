-- Undo: loses data:
--   the rows of table public.gone

-- Takes the label of guard from COLUMN public.shelves.name.
-- Hazard S511: changes what guard is told of COLUMN public.shelves.name.
SECURITY LABEL FOR guard ON COLUMN public.shelves.name IS NULL;

-- Drops table public.gone.
-- Locks public.gone (ACCESS EXCLUSIVE). Loses the rows of table public.gone.
-- Hazard D101, blocking: drops table public.gone with its rows.
DROP TABLE public.gone;

-- Labels TABLE public.shelves for guard.
-- Hazard S511: changes what guard is told of TABLE public.shelves.
SECURITY LABEL FOR guard ON TABLE public.shelves IS 'open';
