-- Undo: lossless

-- Drops event trigger a.
-- Hazard C407: event trigger a no longer runs.
DROP EVENT TRIGGER a;

-- Drops function public.watch().
-- Hazard C402: callers of public.watch() fail.
DROP FUNCTION public.watch();
