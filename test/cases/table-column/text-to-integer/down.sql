-- Drops default value public.copies.shelf, because table column public.copies.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf DROP DEFAULT;

-- Changes the type of table column public.copies.shelf from integer to text.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies.
-- Hazard A201, blocking: rewrites table public.copies and its indexes: the type of column shelf becomes text.
-- Hazard C403: cached plans that return public.copies.shelf fail once.
ALTER TABLE public.copies ALTER COLUMN shelf TYPE text;

-- Recreates default value public.copies.shelf, because table column public.copies.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf SET DEFAULT '1'::text;
