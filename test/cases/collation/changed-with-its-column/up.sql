-- Undo: lossless

-- Moves public.caseless aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.caseless fail until they reconnect.
ALTER COLLATION public.caseless RENAME TO caseless__before;

-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'de');

-- public.readers.name: its collation becomes the default.
-- Locks public.readers (ACCESS EXCLUSIVE). Builds an index over public.readers.
-- Hazard A203, blocking: rebuilds the indexes of public.readers that sort by name under an ACCESS EXCLUSIVE lock.
-- Hazard C403: cached plans that return public.readers.name fail once.
ALTER TABLE public.readers ALTER COLUMN name TYPE text;

-- public.readers.code: text becomes character varying(10).
-- Locks public.readers (ACCESS EXCLUSIVE). Rewrites public.readers.
-- Hazard A201, blocking: rewrites table public.readers and its indexes: column code becomes character varying(10).
-- Hazard F304: fails if a value of public.readers.code does not fit character varying(10).
-- Hazard C403: cached plans that return public.readers.code fail once.
ALTER TABLE public.readers ALTER COLUMN code TYPE character varying(10) COLLATE public.caseless;

-- public.readers.city: its collation becomes public.caseless.
-- Locks public.readers (ACCESS EXCLUSIVE). Builds an index over public.readers.
-- Hazard A203, blocking: rebuilds the indexes of public.readers that sort by city under an ACCESS EXCLUSIVE lock.
-- Hazard C403: cached plans that return public.readers.city fail once.
ALTER TABLE public.readers ALTER COLUMN city TYPE text COLLATE public.caseless;

-- Drops the former public.caseless, now unused.
DROP COLLATION public.caseless__before;
