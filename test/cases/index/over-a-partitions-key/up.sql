-- Undo: lossless

-- Drops index public.once.
-- Locks public.log, public.log_1 (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.once, which queries on public.log may use.
-- Hazard C408: stops enforcing log_1_once on public.log_1.
DROP INDEX public.once CASCADE;
