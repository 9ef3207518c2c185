-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);

-- Creates collation public.unused.
CREATE COLLATION public.unused (PROVIDER = libc, LOCALE = 'C');

-- Changes the collation of table column public.readers.email to public.caseless.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.email fail once.
ALTER TABLE public.readers ALTER COLUMN email TYPE text COLLATE public.caseless;
