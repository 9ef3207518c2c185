-- Drops cast (bigint AS public.amount).
DROP CAST (bigint AS public.amount);

-- Drops cast (text AS public.amount).
DROP CAST (text AS public.amount);

-- Recreates cast (bigint AS public.amount).
CREATE CAST (bigint AS public.amount) WITH FUNCTION public.to_amount(bigint);

-- Sets the comment of cast (bigint AS public.amount).
COMMENT ON CAST (bigint AS public.amount) IS 'Cents';

-- Recreates cast (text AS public.amount).
CREATE CAST (text AS public.amount) WITH INOUT;

-- Drops function public."Text to amount"(text).
-- Hazard C402: callers of public."Text to amount"(text) fail.
DROP FUNCTION public."Text to amount"(text);
