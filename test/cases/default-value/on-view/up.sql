-- Undo: lossless

-- Creates default value public.new_loans.days.
-- Locks public.new_loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.new_loans ALTER COLUMN days SET DEFAULT 7;
