-- Drops transform FOR public.plumage LANGUAGE plduck.
DROP TRANSFORM FOR public.plumage LANGUAGE plduck;

-- Drops language plduck.
DROP LANGUAGE plduck;

-- Drops domain public.weight.
DROP DOMAIN public.weight;

-- Drops enum public.plumage.
DROP TYPE public.plumage;

-- Drops function public.handle().
-- Hazard C402: callers of public.handle() fail.
DROP FUNCTION public.handle();

-- Drops function public.to_duck(internal).
-- Hazard C402: callers of public.to_duck(internal) fail.
DROP FUNCTION public.to_duck(internal);
