-- Moves public.caseless aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.caseless fail until they reconnect.
ALTER COLLATION public.caseless RENAME TO caseless__before;

-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'und');

-- public.readers.name: its collation becomes public.caseless.
-- Locks public.readers (ACCESS EXCLUSIVE). Builds an index over public.readers.
-- Hazard A203, blocking: rebuilds the indexes of public.readers that sort by name under an ACCESS EXCLUSIVE lock.
-- Hazard C403: cached plans that return public.readers.name fail once.
ALTER TABLE public.readers ALTER COLUMN name TYPE text COLLATE public.caseless;

-- public.readers.code: character varying(10) becomes text.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.code fail once.
ALTER TABLE public.readers ALTER COLUMN code TYPE text COLLATE public.caseless;

-- public.readers.city: its collation becomes the default.
-- Locks public.readers (ACCESS EXCLUSIVE). Builds an index over public.readers.
-- Hazard A203, blocking: rebuilds the indexes of public.readers that sort by city under an ACCESS EXCLUSIVE lock.
-- Hazard C403: cached plans that return public.readers.city fail once.
ALTER TABLE public.readers ALTER COLUMN city TYPE text;

-- Drops the former public.caseless, now unused.
DROP COLLATION public.caseless__before;
