-- Renames collation public.caseless, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.caseless fail until they reconnect.
ALTER COLLATION public.caseless RENAME TO caseless__before;

-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'und');

-- Renames composite type public.contact, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.contact fail until they reconnect.
ALTER TYPE public.contact RENAME TO contact__before;

-- Creates composite type public.contact, because collation public.caseless changes.
CREATE TYPE public.contact AS (
    email text COLLATE public.caseless
);

-- Converts values of the former composite type public.contact by the names of their attributes.
CREATE FUNCTION public.contact__convert(public.contact__before) RETURNS public.contact LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(($1).email)::public.contact END;

-- Makes ALTER TABLE convert values of the former composite type public.contact by that function.
CREATE CAST (public.contact__before AS public.contact) WITH FUNCTION public.contact__convert(public.contact__before) AS ASSIGNMENT;

-- Changes the type of table column public.readers.contact to the recreated public.contact.
-- Locks public.readers (ACCESS EXCLUSIVE). Rewrites public.readers.
-- Hazard A201, blocking: rewrites table public.readers: the type of column contact becomes the recreated public.contact.
ALTER TABLE public.readers ALTER COLUMN contact TYPE public.contact;

-- Drops the cast from the former composite type public.contact.
DROP CAST (public.contact__before AS public.contact);

-- Drops the function of that cast.
DROP FUNCTION public.contact__convert(public.contact__before);

-- Drops the former composite type public.contact, which no object uses any more.
DROP TYPE public.contact__before;

-- Drops the former collation public.caseless, which no object uses any more.
DROP COLLATION public.caseless__before;
