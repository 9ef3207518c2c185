-- Renames collation public.caseless, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.caseless fail until they reconnect.
ALTER COLLATION public.caseless RENAME TO caseless__before;

-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'und');

-- Changes the collation of table column public.readers.name to public.caseless.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.name fail once.
ALTER TABLE public.readers ALTER COLUMN name TYPE text COLLATE public.caseless;

-- Changes the type of table column public.readers.code from character varying(10) to text.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.code fail once.
ALTER TABLE public.readers ALTER COLUMN code TYPE text COLLATE public.caseless;

-- Changes the collation of table column public.readers.city to the default of its type.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.city fail once.
ALTER TABLE public.readers ALTER COLUMN city TYPE text;

-- Drops the former collation public.caseless, which no object uses any more.
DROP COLLATION public.caseless__before;
