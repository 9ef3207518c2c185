-- Drops trigger note_all ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C407: trigger note_all ON public.loans no longer fires.
DROP TRIGGER note_all ON public.loans;

-- Drops trigger note_days ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C407: trigger note_days ON public.loans no longer fires.
DROP TRIGGER note_days ON public.loans;

-- Drops function public.note().
-- Hazard C402: callers of public.note() fail.
DROP FUNCTION public.note();
