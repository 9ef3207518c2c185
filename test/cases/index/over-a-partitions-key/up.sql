-- Undo: lossless

-- Drops index public.once.
-- Locks public.log (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.log can no longer use public.once.
-- Hazard C408: public.log_1 no longer enforces log_1_once.
DROP INDEX public.once CASCADE;
