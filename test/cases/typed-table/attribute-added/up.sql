-- Undo: lossless
-- Note: Proven on empty tables only. With rows in scratch: ALTER TABLE public.friends ALTER COLUMN age SET NOT NULL: column "age" of relation "friends" contains null values

-- Alters composite type public.person.
-- Locks public.foes, public.friends (ACCESS EXCLUSIVE).
ALTER TYPE public.person ADD ATTRIBUTE age integer CASCADE;

-- Sets properties of table column public.friends.age that its CREATE statement can't set.
-- Locks public.friends (ACCESS EXCLUSIVE). Scans public.friends.
-- Hazard A202: reads all of public.friends under an ACCESS EXCLUSIVE lock to check that age contains no null.
-- Hazard F301: fails if public.friends.age contains a null.
ALTER TABLE public.friends ALTER COLUMN age SET NOT NULL;

-- Sets the comment of table column public.friends.age.
COMMENT ON COLUMN public.friends.age IS 'in years';

-- Creates index public.foes_age_idx.
-- Locks public.foes (SHARE). Builds an index over public.foes.
-- Hazard A203: blocks writes to public.foes while the index is built.
CREATE INDEX foes_age_idx ON public.foes USING btree (age);

-- Creates default value public.friends.age.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.friends ALTER COLUMN age SET DEFAULT 30;

-- Creates table constraint friends_age_check ON public.friends.
-- Locks public.friends (ACCESS EXCLUSIVE). Scans public.friends.
-- Hazard A202: reads all of public.friends under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.friends violates friends_age_check.
ALTER TABLE public.friends ADD CONSTRAINT friends_age_check CHECK ((age > 0));
