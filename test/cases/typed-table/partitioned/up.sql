-- Undo: lossless

-- Alters composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TYPE public.person ADD ATTRIBUTE age integer CASCADE;

-- Sets properties of table column public.friends.age that its CREATE statement can't set.
-- Locks public.friends, public.friends_1 (ACCESS EXCLUSIVE). Scans public.friends and public.friends_1.
-- Hazard A202: reads all of public.friends under an ACCESS EXCLUSIVE lock to check that age contains no null.
-- Hazard F301: fails if public.friends.age contains a null.
ALTER TABLE public.friends ALTER COLUMN age SET NOT NULL;

-- Creates default value public.friends.age.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.friends ALTER COLUMN age SET DEFAULT 3;

-- Creates default value public.friends_1.age.
-- Locks public.friends_1 (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.friends_1 ALTER COLUMN age SET DEFAULT 3;
