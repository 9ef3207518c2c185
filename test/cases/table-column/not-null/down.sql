-- Alters table column public.members.name.
-- Locks public.members (ACCESS EXCLUSIVE).
-- Hazard C408: public.members.name may be null.
ALTER TABLE public.members ALTER COLUMN name DROP NOT NULL;

-- Alters table column public.members.email.
-- Locks public.members (ACCESS EXCLUSIVE). Scans public.members.
-- Hazard A202: reads all of public.members under an ACCESS EXCLUSIVE lock to prove that email has no null.
-- Hazard F301: fails if public.members.email holds a null.
ALTER TABLE public.members ALTER COLUMN email SET NOT NULL;
