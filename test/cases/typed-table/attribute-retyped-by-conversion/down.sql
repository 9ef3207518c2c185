-- Alters composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE). Rewrites public.person.
-- Hazard A201, blocking: rewrites public.friends: the type of attribute joined of composite type public.person becomes text.
ALTER TYPE public.person ALTER ATTRIBUTE joined TYPE text CASCADE;
