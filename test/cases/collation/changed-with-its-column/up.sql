-- Undo: loses data:
--   what of public.readers.code does not fit character varying(10)

-- Moves public.caseless aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.caseless fail until they reconnect.
ALTER COLLATION public.caseless RENAME TO caseless__before;

-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'de');

-- public.readers.name: text becomes text.
-- Locks public.readers (ACCESS EXCLUSIVE). Rewrites public.readers.
-- Hazard A201, blocking: rewrites table public.readers and its indexes: column name becomes text.
-- Hazard C403: cached plans that return public.readers.name fail once.
ALTER TABLE public.readers ALTER COLUMN name TYPE text;

-- public.readers.code: text becomes character varying(10).
-- Locks public.readers (ACCESS EXCLUSIVE). Rewrites public.readers. Loses what of public.readers.code does not fit
--   character varying(10).
-- Hazard A201, blocking: rewrites table public.readers and its indexes: column code becomes character varying(10).
-- Hazard D104, blocking: values of public.readers.code may not fit character varying(10).
-- Hazard C403: cached plans that return public.readers.code fail once.
ALTER TABLE public.readers ALTER COLUMN code TYPE character varying(10) COLLATE public.caseless;

-- public.readers.city: text becomes text.
-- Locks public.readers (ACCESS EXCLUSIVE). Rewrites public.readers.
-- Hazard A201, blocking: rewrites table public.readers and its indexes: column city becomes text.
-- Hazard C403: cached plans that return public.readers.city fail once.
ALTER TABLE public.readers ALTER COLUMN city TYPE text COLLATE public.caseless;

-- Drops the former public.caseless, now unused.
DROP COLLATION public.caseless__before;
