-- Undo: lossless

-- Alters table column public.members.name.
-- Locks public.members (ACCESS EXCLUSIVE). Scans public.members.
-- Hazard A202: reads all of public.members under an ACCESS EXCLUSIVE lock to check that name contains no null.
-- Hazard F301: fails if public.members.name contains a null.
ALTER TABLE public.members ALTER COLUMN name SET NOT NULL;

-- Alters table column public.members.email.
-- Locks public.members (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.members.email.
ALTER TABLE public.members ALTER COLUMN email DROP NOT NULL;
