-- Drops cast (bigint AS public.amount).
DROP CAST (bigint AS public.amount);

-- Drops cast (public.amount AS bigint).
DROP CAST (public.amount AS bigint);

-- Drops cast (public.mood AS public.feeling).
DROP CAST (public.mood AS public.feeling);

-- Drops composite type public.sum.
DROP TYPE public.sum;

-- Drops function public.to_amount(bigint).
-- Hazard C402: callers of public.to_amount(bigint) fail.
DROP FUNCTION public.to_amount(bigint);

-- Drops function public.to_units(public.amount, integer, boolean).
-- Hazard C402: callers of public.to_units(public.amount, integer, boolean) fail.
DROP FUNCTION public.to_units(public.amount, integer, boolean);
