-- Drops table constraint sized ON public.log.
-- Locks public.log, public.log_1 (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing sized on public.log.
ALTER TABLE public.log DROP CONSTRAINT sized;
