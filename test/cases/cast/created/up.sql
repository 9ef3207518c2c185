-- Undo: lossless

-- Creates composite type public.sum.
CREATE TYPE public.sum AS (
    units bigint
);

-- Creates cast (public.mood AS public.feeling).
CREATE CAST (public.mood AS public.feeling) WITH INOUT AS IMPLICIT;

-- Sets the comment of cast (public.mood AS public.feeling).
COMMENT ON CAST (public.mood AS public.feeling) IS 'They have the same labels';

-- Creates function public.to_amount(bigint).
CREATE FUNCTION public.to_amount(bigint)
 RETURNS public.amount
 LANGUAGE sql
 IMMUTABLE
RETURN ROW($1)::public.amount;

-- Creates function public.to_units(public.amount, integer, boolean).
CREATE FUNCTION public.to_units(public.amount, integer, boolean)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
RETURN ($1).units;

-- Creates cast (bigint AS public.amount).
CREATE CAST (bigint AS public.amount) WITH FUNCTION public.to_amount(bigint);

-- Creates cast (public.amount AS bigint).
CREATE CAST (public.amount AS bigint) WITH FUNCTION public.to_units(public.amount, integer, boolean) AS ASSIGNMENT;
