-- Drops table public.grandkid.
-- Locks public.grandkid (ACCESS EXCLUSIVE). Loses the rows of table public.grandkid.
-- Hazard D101, blocking: drops table public.grandkid with its rows.
DROP TABLE public.grandkid;

-- Drops table constraint a_positive ON public.base.
-- Locks public.base, public.grandkid, public.kid (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing a_positive on public.base.
ALTER TABLE public.base DROP CONSTRAINT a_positive;

-- Drops table public.m2.
-- Locks public.m2, public.m (ACCESS EXCLUSIVE). Loses the rows of table public.m2.
-- Hazard D101, blocking: drops table public.m2 with its rows.
DROP TABLE public.m2;

-- Drops table constraint id_positive ON public.m.
-- Locks public.m, public.m1, public.m2 (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing id_positive on public.m.
ALTER TABLE public.m DROP CONSTRAINT id_positive;
