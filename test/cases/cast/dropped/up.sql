-- Undo: lossless

-- Drops view public.amounts.
-- Locks public.amounts (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.amounts fail.
DROP VIEW public.amounts;

-- Drops cast (bigint AS public.amount).
DROP CAST (bigint AS public.amount);

-- Drops function public.to_amount(bigint).
-- Hazard C402: callers of public.to_amount(bigint) fail.
DROP FUNCTION public.to_amount(bigint);
