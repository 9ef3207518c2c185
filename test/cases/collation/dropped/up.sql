-- Undo: lossless

-- Drops collation public.unused.
DROP COLLATION public.unused;

-- public.readers.email: text becomes text.
-- Locks public.readers (ACCESS EXCLUSIVE). Rewrites public.readers.
-- Hazard A201, blocking: rewrites table public.readers and its indexes: column email becomes text.
-- Hazard C403: cached plans that return public.readers.email fail once.
ALTER TABLE public.readers ALTER COLUMN email TYPE text;

-- Drops collation public.caseless.
DROP COLLATION public.caseless;
