-- Undo: lossless

-- Drops trigger a ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C407: drops trigger a ON public.loans, which no longer fires.
DROP TRIGGER a ON public.loans;

-- Drops function public.note().
-- Hazard C402: callers of public.note() fail.
DROP FUNCTION public.note();
