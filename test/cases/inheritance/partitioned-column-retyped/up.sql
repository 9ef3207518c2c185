-- Undo: lossless

-- Drops view public.members_2024.
-- Locks public.members_2024 (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.members_2024 fail.
DROP VIEW public.members_2024;

-- public.visits.member: integer becomes bigint.
-- Locks public.visits (ACCESS EXCLUSIVE). Rewrites public.visits.
-- Hazard A201, blocking: rewrites table public.visits and its indexes: column member becomes bigint.
-- Hazard C403: cached plans that return public.visits.member fail once.
ALTER TABLE public.visits ALTER COLUMN member TYPE bigint;

-- Makes again view public.members_2024.
CREATE VIEW public.members_2024 AS
 SELECT member
   FROM public.visits_2024;
