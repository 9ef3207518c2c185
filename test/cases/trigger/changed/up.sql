-- Undo: lossless

-- Drops trigger check_days ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C407: drops trigger check_days ON public.loans, which no longer fires.
DROP TRIGGER check_days ON public.loans;

-- Alters trigger note_days ON public.loans.
-- Locks public.loans (SHARE ROW EXCLUSIVE).
CREATE OR REPLACE TRIGGER note_days BEFORE INSERT OR UPDATE ON public.loans FOR EACH ROW EXECUTE FUNCTION public.note();

-- Recreates trigger check_days ON public.loans.
-- Locks public.loans (SHARE ROW EXCLUSIVE).
CREATE CONSTRAINT TRIGGER check_days AFTER INSERT ON public.loans DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.note();
