-- Drops domain public.email, because collation public.caseless changes.
DROP DOMAIN public.email;

-- Drops composite type public.contact, because collation public.caseless changes.
DROP TYPE public.contact;

-- Drops collation public.caseless.
DROP COLLATION public.caseless;

-- Recreates collation public.caseless.
CREATE COLLATION public.caseless (PROVIDER = icu, LOCALE = 'und');

-- Recreates composite type public.contact, because collation public.caseless changes.
CREATE TYPE public.contact AS (
    email text COLLATE public.caseless
);

-- Recreates domain public.email, because collation public.caseless changes.
CREATE DOMAIN public.email AS text
    COLLATE public.caseless
    CONSTRAINT email_check CHECK ((VALUE <> ''::text));
