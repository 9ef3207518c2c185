-- Drops index public.readers_name_idx, because collation public.caseless changes.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.readers can no longer use public.readers_name_idx.
DROP INDEX public.readers_name_idx;

-- Moves public.caseless aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.caseless fail until they reconnect.
ALTER COLLATION public.caseless RENAME TO caseless__before;

-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'und');

-- public.readers.name follows the new public.caseless.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.name fail once.
ALTER TABLE public.readers ALTER COLUMN name TYPE text COLLATE public.caseless;

-- Makes again index public.readers_name_idx, because collation public.caseless changes.
-- Locks public.readers (SHARE). Builds an index over public.readers.
-- Hazard A203: blocks writes to public.readers while the index is built.
CREATE INDEX readers_name_idx ON public.readers USING btree (name);

-- Drops the former public.caseless, now unused.
DROP COLLATION public.caseless__before;
