-- Drops function public.one().
-- Hazard C402: callers of public.one() fail.
DROP FUNCTION public.one();

-- Drops language plduck.
DROP LANGUAGE plduck;

-- Drops language plgoose.
DROP LANGUAGE plgoose;

-- Drops function public.handle().
-- Hazard C402: callers of public.handle() fail.
DROP FUNCTION public.handle();
