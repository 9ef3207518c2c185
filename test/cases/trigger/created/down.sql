-- Drops trigger note_all ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C407: drops trigger note_all ON public.loans, which no longer fires.
DROP TRIGGER note_all ON public.loans;

-- Drops trigger note_days ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C407: drops trigger note_days ON public.loans, which no longer fires.
DROP TRIGGER note_days ON public.loans;

-- Drops function public.note().
-- Hazard C402: callers of public.note() fail.
DROP FUNCTION public.note();
