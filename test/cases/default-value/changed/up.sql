-- Undo: lossless

-- Drops default value public.loans.book.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN book DROP DEFAULT;

-- Alters default value public.loans.days.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN days SET DEFAULT 21;

-- Creates default value public.loans.out_on.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN out_on SET DEFAULT CURRENT_DATE;
