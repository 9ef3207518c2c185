-- Undo: lossless

-- Drops view public.ages.
-- Locks public.ages (ACCESS EXCLUSIVE).
DROP VIEW public.ages;

-- Drops default value public.friends.age, because table column public.friends.age changes.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.friends ALTER COLUMN age DROP DEFAULT;

-- Alters composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE). Rewrites public.person.
-- Hazard A201, blocking: rewrites public.friends: the type of attribute age of composite type public.person becomes bigint.
ALTER TYPE public.person ALTER ATTRIBUTE age TYPE bigint CASCADE;

-- Recreates default value public.friends.age, because table column public.friends.age changes.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.friends ALTER COLUMN age SET DEFAULT 30;

-- Recreates view public.ages.
-- Hazard C406: changes what view public.ages returns.
CREATE VIEW public.ages AS
 SELECT age
   FROM public.friends;
