-- Undo: lossless

-- Creates table column public.visits.member.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE).
ALTER TABLE public.visits ADD COLUMN member bigint DEFAULT 0;

-- Creates table constraint visits_member_check ON public.visits.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE). Scans public.visits and public.visits_2024.
-- Hazard A202: reads all of public.visits under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.visits violates visits_member_check.
ALTER TABLE public.visits ADD CONSTRAINT visits_member_check CHECK ((member >= 0));
