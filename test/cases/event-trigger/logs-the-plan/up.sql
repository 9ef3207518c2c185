-- Undo: lossless

-- Creates table column public.loans.due.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ADD COLUMN due date;
