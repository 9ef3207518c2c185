-- Undo: lossless

-- Drops cast (bigint AS public.amount).
DROP CAST (bigint AS public.amount);

-- Drops cast (text AS public.amount).
DROP CAST (text AS public.amount);

-- Recreates cast (bigint AS public.amount).
CREATE CAST (bigint AS public.amount) WITH FUNCTION public.to_amount(bigint) AS ASSIGNMENT;

-- Sets the comment of cast (bigint AS public.amount).
COMMENT ON CAST (bigint AS public.amount) IS 'Units';

-- Creates function public."Text to amount"(text).
CREATE FUNCTION public."Text to amount"(text)
 RETURNS public.amount
 LANGUAGE sql
 IMMUTABLE
RETURN ROW(($1)::bigint)::public.amount;

-- Recreates cast (text AS public.amount).
CREATE CAST (text AS public.amount) WITH FUNCTION public."Text to amount"(text);
