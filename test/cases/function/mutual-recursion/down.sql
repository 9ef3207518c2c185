-- Drops function public.is_even(integer).
-- Hazard C402: callers of public.is_even(integer) fail.
DROP FUNCTION public.is_even(integer);

-- Drops function public.is_odd(integer).
-- Hazard C402: callers of public.is_odd(integer) fail.
DROP FUNCTION public.is_odd(integer);
