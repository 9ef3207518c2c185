-- Alters composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE). Rewrites public.friends.
-- Hazard A201, blocking: rewrites public.friends: attribute joined of public.person becomes text.
ALTER TYPE public.person ALTER ATTRIBUTE joined TYPE text CASCADE;
