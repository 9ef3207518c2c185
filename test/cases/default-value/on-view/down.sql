-- Drops default value public.new_loans.days.
-- Locks public.new_loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.new_loans ALTER COLUMN days DROP DEFAULT;
