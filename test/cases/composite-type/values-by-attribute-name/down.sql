-- Drops view public.bins.
-- Locks public.bins (ACCESS EXCLUSIVE).
DROP VIEW public.bins;

-- Drops default value public.goods.earlier, because composite type public.spot changes.
-- Locks public.goods (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.goods ALTER COLUMN earlier DROP DEFAULT;

-- Drops domain constraint place_check ON DOMAIN public.place, because composite type public.spot changes.
ALTER DOMAIN public.place DROP CONSTRAINT place_check;

-- Renames composite type public.parcel, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.parcel fail until they reconnect.
ALTER TYPE public.parcel RENAME TO parcel__before;

-- Renames composite type public.spot, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.spot fail until they reconnect.
ALTER TYPE public.spot RENAME TO spot__before;

-- Creates composite type public.spot.
CREATE TYPE public.spot AS (
    shelf text,
    bin integer,
    remark text
);

-- Converts values of the former composite type public.spot by the names of their attributes.
CREATE FUNCTION public.spot__convert(public.spot__before) RETURNS public.spot LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(($1).shelf, ($1).bin::integer, NULL)::public.spot END;

-- Makes ALTER TABLE convert values of the former composite type public.spot by that function.
CREATE CAST (public.spot__before AS public.spot) WITH FUNCTION public.spot__convert(public.spot__before) AS ASSIGNMENT;

-- Creates composite type public.parcel, because composite type public.spot changes.
CREATE TYPE public.parcel AS (
    weight integer,
    spot public.spot,
    spots public.spot[]
);

-- Converts values of the former composite type public.parcel by the names of their attributes.
CREATE FUNCTION public.parcel__convert(public.parcel__before) RETURNS public.parcel LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(($1).weight, ($1).spot::public.spot, ($1).spots::public.spot[])::public.parcel END;

-- Makes ALTER TABLE convert values of the former composite type public.parcel by that function.
CREATE CAST (public.parcel__before AS public.parcel) WITH FUNCTION public.parcel__convert(public.parcel__before) AS ASSIGNMENT;

-- Renames domain public.place, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.place fail until they reconnect.
ALTER DOMAIN public.place RENAME TO place__before;

-- Creates domain public.place, because composite type public.spot changes.
CREATE DOMAIN public.place AS public.spot
    CONSTRAINT place_check CHECK (((VALUE).shelf <> ''::text));

-- Changes the type of table column public.goods.at to the recreated public.spot.
-- Locks public.goods (ACCESS EXCLUSIVE). Rewrites public.goods. Loses values of public.goods.at.bin that integer
--   can't hold exactly; the values of attribute hall in public.goods.at.
-- Hazard A201, blocking: rewrites table public.goods: the type of column at becomes the recreated public.spot.
-- Hazard D104, blocking: changes values of public.goods.at.bin that integer can't hold exactly (text before).
-- Hazard F304: fails if a value of public.goods.at.bin is not valid in integer.
-- Hazard D102, blocking: drops attribute hall of the values of public.goods.at.
ALTER TABLE public.goods ALTER COLUMN at TYPE public.spot;

-- Changes the type of table column public.goods.earlier to the recreated public.spot.
-- Locks public.goods (ACCESS EXCLUSIVE). Rewrites public.goods. Loses values of public.goods.earlier.bin that
--   integer can't hold exactly; the values of attribute hall in public.goods.earlier.
-- Hazard A201, blocking: rewrites table public.goods: the type of column earlier becomes the recreated public.spot.
-- Hazard D104, blocking: changes values of public.goods.earlier.bin that integer can't hold exactly (text before).
-- Hazard F304: fails if a value of public.goods.earlier.bin is not valid in integer.
-- Hazard D102, blocking: drops attribute hall of the values of public.goods.earlier.
ALTER TABLE public.goods ALTER COLUMN earlier TYPE public.spot[];

-- Changes the type of table column public.goods.home to the recreated public.place.
-- Locks public.goods (ACCESS EXCLUSIVE). Rewrites public.goods. Loses values of public.goods.home.bin that integer
--   can't hold exactly; the values of attribute hall in public.goods.home.
-- Hazard A201, blocking: rewrites table public.goods: the type of column home becomes the recreated public.place.
-- Hazard D104, blocking: changes values of public.goods.home.bin that integer can't hold exactly (text before).
-- Hazard F304: fails if a value of public.goods.home.bin is not valid in integer.
-- Hazard D102, blocking: drops attribute hall of the values of public.goods.home.
ALTER TABLE public.goods ALTER COLUMN home TYPE public.place;

-- Changes the type of table column public.goods.sent to the recreated public.parcel.
-- Locks public.goods (ACCESS EXCLUSIVE). Rewrites public.goods. Loses values of public.goods.sent.spot.bin that
--   integer can't hold exactly; the values of attribute hall in public.goods.sent.spot; values of
--   public.goods.sent.spots.bin that integer can't hold exactly; the values of attribute hall in
--   public.goods.sent.spots.
-- Hazard A201, blocking: rewrites table public.goods: the type of column sent becomes the recreated public.parcel.
-- Hazard D104, blocking: changes values of public.goods.sent.spot.bin that integer can't hold exactly (text before).
-- Hazard F304: fails if a value of public.goods.sent.spot.bin is not valid in integer.
-- Hazard D102, blocking: drops attribute hall of the values of public.goods.sent.spot.
-- Hazard D104, blocking: changes values of public.goods.sent.spots.bin that integer can't hold exactly (text before).
-- Hazard F304: fails if a value of public.goods.sent.spots.bin is not valid in integer.
-- Hazard D102, blocking: drops attribute hall of the values of public.goods.sent.spots.
ALTER TABLE public.goods ALTER COLUMN sent TYPE public.parcel;

-- Recreates default value public.goods.earlier, because composite type public.spot changes.
-- Locks public.goods (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.goods ALTER COLUMN earlier SET DEFAULT '{}'::public.spot[];

-- Recreates view public.bins.
-- Hazard C406: changes what view public.bins returns.
CREATE VIEW public.bins AS
 SELECT id,
    (at).bin AS bin
   FROM public.goods;

-- Drops the cast from the former composite type public.parcel.
DROP CAST (public.parcel__before AS public.parcel);

-- Drops the function of that cast.
DROP FUNCTION public.parcel__convert(public.parcel__before);

-- Drops the former composite type public.parcel, which no object uses any more.
DROP TYPE public.parcel__before;

-- Drops the former domain public.place, which no object uses any more.
DROP DOMAIN public.place__before;

-- Drops the cast from the former composite type public.spot.
DROP CAST (public.spot__before AS public.spot);

-- Drops the function of that cast.
DROP FUNCTION public.spot__convert(public.spot__before);

-- Drops the former composite type public.spot, which no object uses any more.
DROP TYPE public.spot__before;
