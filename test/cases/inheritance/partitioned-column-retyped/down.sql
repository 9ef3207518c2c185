-- Drops view public.members_2024.
-- Locks public.members_2024 (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.members_2024 fail.
DROP VIEW public.members_2024;

-- public.visits.member: bigint becomes integer.
-- Locks public.visits (ACCESS EXCLUSIVE). Rewrites public.visits.
-- Hazard A201, blocking: rewrites table public.visits and its indexes: column member becomes integer.
-- Hazard F304: fails if a value of public.visits.member does not fit integer.
-- Hazard C403: cached plans that return public.visits.member fail once.
ALTER TABLE public.visits ALTER COLUMN member TYPE integer;

-- Makes again view public.members_2024.
CREATE VIEW public.members_2024 AS
 SELECT member
   FROM public.visits_2024;
