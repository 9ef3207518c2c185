-- Alters table column public.members.name.
-- Locks public.members (ACCESS EXCLUSIVE).
ALTER TABLE public.members ALTER COLUMN name DROP NOT NULL;

-- Alters table column public.members.name.
-- Locks public.members (ACCESS EXCLUSIVE).
ALTER TABLE public.members ADD CONSTRAINT name_given NOT NULL name NOT VALID;

-- Alters table column public.members.email.
-- Locks public.members (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.members.email.
ALTER TABLE public.members ALTER COLUMN email DROP NOT NULL;
