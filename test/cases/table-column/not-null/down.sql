-- Alters table column public.members.name.
-- Locks public.members (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.members.name.
ALTER TABLE public.members ALTER COLUMN name DROP NOT NULL;

-- Alters table column public.members.email.
-- Locks public.members (ACCESS EXCLUSIVE). Scans public.members.
-- Hazard A202: reads all of public.members under an ACCESS EXCLUSIVE lock to check that email contains no null.
-- Hazard F301: fails if public.members.email contains a null.
ALTER TABLE public.members ALTER COLUMN email SET NOT NULL;
