-- Drops table constraint sized ON public.log.
-- Locks public.log (ACCESS EXCLUSIVE).
-- Hazard C408: public.log no longer enforces sized.
ALTER TABLE public.log DROP CONSTRAINT sized;
