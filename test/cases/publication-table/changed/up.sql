-- Undo: loses data:
--   the values of public.loans.due

-- Drops table public.loans from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Drops table column public.loans.due.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the values of public.loans.due.
-- Hazard D102, blocking: drops column public.loans.due with its values.
ALTER TABLE public.loans DROP COLUMN due;

-- Creates table column public.loans.branch.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ADD COLUMN branch text;

-- Adds table public.loans to publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans (branch, id) WHERE ((id > 20));
