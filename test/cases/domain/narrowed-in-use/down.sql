-- Renames composite type public.offer, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.offer fail until they reconnect.
ALTER TYPE public.offer RENAME TO offer__before;

-- Renames domain public.label, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.label fail until they reconnect.
ALTER DOMAIN public.label RENAME TO label__before;

-- Creates domain public.label.
CREATE DOMAIN public.label AS character varying(20);

-- Renames domain public.price, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.price fail until they reconnect.
ALTER DOMAIN public.price RENAME TO price__before;

-- Creates domain public.price.
CREATE DOMAIN public.price AS numeric(12,4);

-- Creates composite type public.offer.
CREATE TYPE public.offer AS (
    net public.price,
    since timestamp with time zone
);

-- Converts values of the former composite type public.offer by the names of their attributes.
CREATE FUNCTION public.offer__convert(public.offer__before) RETURNS public.offer LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(($1).net::public.price, ($1).since::timestamp with time zone)::public.offer END;

-- Makes ALTER TABLE convert values of the former composite type public.offer by that function.
CREATE CAST (public.offer__before AS public.offer) WITH FUNCTION public.offer__convert(public.offer__before) AS ASSIGNMENT;

-- Changes the type of table column public.goods.net to the recreated public.price.
-- Locks public.goods (ACCESS EXCLUSIVE). Rewrites public.goods.
-- Hazard A201, blocking: rewrites table public.goods: the type of column net becomes the recreated public.price.
ALTER TABLE public.goods ALTER COLUMN net TYPE public.price;

-- Changes the type of table column public.goods.nets to the recreated public.price.
-- Locks public.goods (ACCESS EXCLUSIVE). Rewrites public.goods.
-- Hazard A201, blocking: rewrites table public.goods: the type of column nets becomes the recreated public.price.
ALTER TABLE public.goods ALTER COLUMN nets TYPE public.price[];

-- Changes the type of table column public.goods.offer to the recreated public.offer.
-- Locks public.goods (ACCESS EXCLUSIVE). Rewrites public.goods.
-- Hazard A201, blocking: rewrites table public.goods: the type of column offer becomes the recreated public.offer.
ALTER TABLE public.goods ALTER COLUMN offer TYPE public.offer;

-- Changes the type of table column public.goods.label to the recreated public.label.
-- Locks public.goods (ACCESS EXCLUSIVE).
ALTER TABLE public.goods ALTER COLUMN label TYPE public.label;

-- Drops the cast from the former composite type public.offer.
DROP CAST (public.offer__before AS public.offer);

-- Drops the function of that cast.
DROP FUNCTION public.offer__convert(public.offer__before);

-- Drops the former composite type public.offer, which no object uses any more.
DROP TYPE public.offer__before;

-- Drops the former domain public.label, which no object uses any more.
DROP DOMAIN public.label__before;

-- Drops the former domain public.price, which no object uses any more.
DROP DOMAIN public.price__before;
