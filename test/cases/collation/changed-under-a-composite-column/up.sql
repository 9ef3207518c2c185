-- Undo: loses data:
--   values of public.readers.contact that the new public.contact lacks

-- Moves public.caseless aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.caseless fail until they reconnect.
ALTER COLLATION public.caseless RENAME TO caseless__before;

-- Creates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'de');

-- Moves public.contact aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.contact fail until they reconnect.
ALTER TYPE public.contact RENAME TO contact__before;

-- Creates composite type public.contact, because collation public.caseless changes.
CREATE TYPE public.contact AS (
    email text COLLATE public.caseless
);

-- public.readers.contact follows the new public.contact.
-- Locks public.readers (ACCESS EXCLUSIVE). Rewrites public.readers. Loses values of public.readers.contact that the
--   new public.contact lacks.
-- Hazard A201, blocking: rewrites table public.readers to follow type public.contact.
-- Hazard F304: fails if a value of public.readers.contact does not exist in the new type.
ALTER TABLE public.readers ALTER COLUMN contact TYPE public.contact USING contact::text::public.contact;

-- Drops the former public.contact, now unused.
DROP TYPE public.contact__before;

-- Drops the former public.caseless, now unused.
DROP COLLATION public.caseless__before;
