-- Undo: loses data:
--   values of public.readers.contact that are not valid in the recreated public.contact

-- Renames collation public.caseless, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.caseless fail until they reconnect.
ALTER COLLATION public.caseless RENAME TO caseless__before;

-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'de');

-- Renames composite type public.contact, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.contact fail until they reconnect.
ALTER TYPE public.contact RENAME TO contact__before;

-- Creates composite type public.contact, because collation public.caseless changes.
CREATE TYPE public.contact AS (
    email text COLLATE public.caseless
);

-- Changes the type of table column public.readers.contact to the recreated public.contact.
-- Locks public.readers (ACCESS EXCLUSIVE). Rewrites public.readers. Loses values of public.readers.contact that are
--   not valid in the recreated public.contact.
-- Hazard A201, blocking: rewrites table public.readers: the type of column contact becomes the recreated public.contact.
-- Hazard F304: fails if a value of public.readers.contact is not valid in the recreated public.contact.
ALTER TABLE public.readers ALTER COLUMN contact TYPE public.contact USING contact::text::public.contact;

-- Drops the former composite type public.contact, which no object uses any more.
DROP TYPE public.contact__before;

-- Drops the former collation public.caseless, which no object uses any more.
DROP COLLATION public.caseless__before;
