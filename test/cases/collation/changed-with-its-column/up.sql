-- Undo: lossless

-- Renames collation public.caseless, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.caseless fail until they reconnect.
ALTER COLLATION public.caseless RENAME TO caseless__before;

-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'de');

-- Changes the collation of table column public.readers.name to the default of its type.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.name fail once.
ALTER TABLE public.readers ALTER COLUMN name TYPE text;

-- Changes the type of table column public.readers.code from text to character varying(10).
-- Locks public.readers (ACCESS EXCLUSIVE). Rewrites public.readers.
-- Hazard A201, blocking: rewrites table public.readers and its indexes: the type of column code becomes character varying(10).
-- Hazard F304: fails if a value of public.readers.code is not valid in character varying(10).
-- Hazard C403: cached plans that return public.readers.code fail once.
ALTER TABLE public.readers ALTER COLUMN code TYPE character varying(10) COLLATE public.caseless;

-- Changes the collation of table column public.readers.city to public.caseless.
-- Locks public.readers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.readers.city fail once.
ALTER TABLE public.readers ALTER COLUMN city TYPE text COLLATE public.caseless;

-- Drops the former collation public.caseless, which no object uses any more.
DROP COLLATION public.caseless__before;
