-- Drops function public.one().
-- Hazard C402: callers of public.one() fail.
DROP FUNCTION public.one();

-- Drops function public.two().
-- Hazard C402: callers of public.two() fail.
DROP FUNCTION public.two();
