-- Drops default value public.loans.out_on.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN out_on DROP DEFAULT;

-- Alters default value public.loans.days.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN days SET DEFAULT 14;

-- Creates default value public.loans.book.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN book SET DEFAULT ''::text;
