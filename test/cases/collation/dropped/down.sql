-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);

-- Creates collation public.unused.
CREATE COLLATION public.unused (PROVIDER = libc, LOCALE = 'C');

-- public.readers.email: text becomes text.
-- Locks public.readers (ACCESS EXCLUSIVE). Rewrites public.readers.
-- Hazard A201, blocking: rewrites table public.readers and its indexes: column email becomes text.
-- Hazard C403: cached plans that return public.readers.email fail once.
ALTER TABLE public.readers ALTER COLUMN email TYPE text COLLATE public.caseless;
