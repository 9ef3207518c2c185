-- Undo: lossless

-- Alters table column public.visits.member.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE). Scans public.visits and public.visits_2024.
-- Hazard A202: reads all of public.visits under an ACCESS EXCLUSIVE lock to check that member contains no null.
-- Hazard F301: fails if public.visits.member contains a null.
ALTER TABLE public.visits ALTER COLUMN member SET NOT NULL;

-- Creates table constraint visits_pkey ON public.visits.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE). Builds an index over public.visits and
--   public.visits_2024.
-- Hazard A203: builds an index on public.visits under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.visits contains duplicates.
ALTER TABLE public.visits ADD CONSTRAINT visits_pkey PRIMARY KEY (at, member);

-- Creates index public.visits_member.
-- Locks public.visits, public.visits_2024 (SHARE). Builds an index over public.visits and public.visits_2024.
-- Hazard A203: blocks writes to public.visits while the index is built.
CREATE INDEX visits_member ON public.visits USING btree (member);
