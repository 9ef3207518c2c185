-- Undo: lossless

-- Drops collation public.unused.
DROP COLLATION public.unused;

-- Changes the collation of table column public.readers.email to the default of its type.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.email fail once.
ALTER TABLE public.readers ALTER COLUMN email TYPE text;

-- Drops collation public.caseless.
DROP COLLATION public.caseless;
