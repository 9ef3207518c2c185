-- Alters composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TYPE public.person ADD ATTRIBUTE age integer CASCADE;

-- Creates default value public.friends.age.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.friends ALTER COLUMN age SET DEFAULT 30;

-- Creates index public.friends_age_idx.
-- Locks public.friends (SHARE). Builds an index over public.friends.
-- Hazard A203: blocks writes to public.friends while the index is built.
CREATE INDEX friends_age_idx ON public.friends USING btree (age);
