-- Undo: lossless

-- Drops view public.members_2024.
-- Locks public.members_2024 (ACCESS EXCLUSIVE).
DROP VIEW public.members_2024;

-- Changes the type of table column public.visits.member from integer to bigint.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE). Rewrites public.visits and public.visits_2024.
-- Hazard A201, blocking: rewrites table public.visits and its indexes: the type of column member becomes bigint.
-- Hazard C403: cached plans that return public.visits.member fail once.
ALTER TABLE public.visits ALTER COLUMN member TYPE bigint;

-- Recreates view public.members_2024.
-- Hazard C406: changes what view public.members_2024 returns.
CREATE VIEW public.members_2024 AS
 SELECT member
   FROM public.visits_2024;
