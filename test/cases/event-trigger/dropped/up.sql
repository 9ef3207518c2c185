-- Undo: lossless

-- Drops event trigger a.
-- Hazard C407: stops running event trigger a.
DROP EVENT TRIGGER a;

-- Drops function public.watch().
-- Hazard C402: callers of public.watch() fail.
DROP FUNCTION public.watch();
