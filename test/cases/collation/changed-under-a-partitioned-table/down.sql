-- Drops index public.readers_name_idx, because collation public.caseless changes.
-- Locks public.readers, public.readers_1 (ACCESS EXCLUSIVE).
DROP INDEX public.readers_name_idx;

-- Renames collation public.caseless, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.caseless fail until they reconnect.
ALTER COLLATION public.caseless RENAME TO caseless__before;

-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'und');

-- Changes the collation of table column public.readers.name to the recreated public.caseless.
-- Locks public.readers, public.readers_1 (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.name fail once.
ALTER TABLE public.readers ALTER COLUMN name TYPE text COLLATE public.caseless;

-- Recreates index public.readers_name_idx, because collation public.caseless changes.
-- Locks public.readers, public.readers_1 (SHARE). Builds an index over public.readers.
-- Hazard A203: blocks writes to public.readers while the index is built.
CREATE INDEX readers_name_idx ON public.readers USING btree (name);

-- Drops the former collation public.caseless, which no object uses any more.
DROP COLLATION public.caseless__before;
