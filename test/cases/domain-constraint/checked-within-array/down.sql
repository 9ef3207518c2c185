-- Drops domain constraint digits_only ON DOMAIN public.digits, because domain public.digits changes.
ALTER DOMAIN public.digits DROP CONSTRAINT digits_only;

-- Drops domain constraint digits_short ON DOMAIN public.digits.
ALTER DOMAIN public.digits DROP CONSTRAINT digits_short;

-- Renames composite type public.phone, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.phone fail until they reconnect.
ALTER TYPE public.phone RENAME TO phone__before;

-- Renames domain public.digits, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.digits fail until they reconnect.
ALTER DOMAIN public.digits RENAME TO digits__before;

-- Creates domain public.digits.
CREATE DOMAIN public.digits AS text
    CONSTRAINT digits_only CHECK ((VALUE ~ '^[0-9]+$'::text));

-- Creates composite type public.phone, because domain public.digits changes.
CREATE TYPE public.phone AS (
    country public.digits,
    number public.digits
);

-- Converts values of the former composite type public.phone by the names of their attributes.
CREATE FUNCTION public.phone__convert(public.phone__before) RETURNS public.phone LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(($1).country::public.digits, ($1).number::public.digits)::public.phone END;

-- Makes ALTER TABLE convert values of the former composite type public.phone by that function.
CREATE CAST (public.phone__before AS public.phone) WITH FUNCTION public.phone__convert(public.phone__before) AS ASSIGNMENT;

-- Changes the type of table column public.person.plain to the recreated public.digits.
-- Locks public.person (ACCESS EXCLUSIVE). Rewrites public.person.
-- Hazard A201, blocking: rewrites table public.person: the type of column plain becomes the recreated public.digits.
-- Hazard F303: fails if a value of public.person.plain violates a constraint of domain public.digits.
ALTER TABLE public.person ALTER COLUMN plain TYPE public.digits;

-- Changes the type of table column public.person.several to the recreated public.digits.
-- Locks public.person (ACCESS EXCLUSIVE). Rewrites public.person.
-- Hazard A201, blocking: rewrites table public.person: the type of column several becomes the recreated public.digits.
-- Hazard F303: fails if a value of public.person.several violates a constraint of domain public.digits.
ALTER TABLE public.person ALTER COLUMN several TYPE public.digits[];

-- Changes the type of table column public.person.main to the recreated public.phone.
-- Locks public.person (ACCESS EXCLUSIVE). Rewrites public.person.
-- Hazard A201, blocking: rewrites table public.person: the type of column main becomes the recreated public.phone.
-- Hazard F303: fails if a value of public.person.main.country violates a constraint of domain public.digits.
-- Hazard F303: fails if a value of public.person.main.number violates a constraint of domain public.digits.
ALTER TABLE public.person ALTER COLUMN main TYPE public.phone;

-- Drops the cast from the former composite type public.phone.
DROP CAST (public.phone__before AS public.phone);

-- Drops the function of that cast.
DROP FUNCTION public.phone__convert(public.phone__before);

-- Drops the former composite type public.phone, which no object uses any more.
DROP TYPE public.phone__before;

-- Drops the former domain public.digits, which no object uses any more.
DROP DOMAIN public.digits__before;
