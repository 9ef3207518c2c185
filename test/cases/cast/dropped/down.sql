-- Creates function public.to_amount(bigint).
CREATE FUNCTION public.to_amount(bigint)
 RETURNS public.amount
 LANGUAGE sql
 IMMUTABLE
RETURN ROW($1)::public.amount;

-- Creates cast (bigint AS public.amount).
CREATE CAST (bigint AS public.amount) WITH FUNCTION public.to_amount(bigint) AS IMPLICIT;

-- Creates view public.amounts.
CREATE VIEW public.amounts AS
 SELECT ((1)::bigint)::public.amount AS one;
