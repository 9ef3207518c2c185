-- Undo: lossless

-- Drops function public.one().
-- Hazard C402: callers of public.one() fail.
DROP FUNCTION public.one();

-- Drops language plduck.
DROP LANGUAGE plduck;

-- Creates schema pond.
CREATE SCHEMA pond;

-- Drops function public.handle().
-- Hazard C402: callers of public.handle() fail.
DROP FUNCTION public.handle();
