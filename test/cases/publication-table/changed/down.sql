-- Drops table public.loans from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Drops table column public.loans.branch.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the values of public.loans.branch.
-- Hazard D102, blocking: drops column public.loans.branch with its values.
ALTER TABLE public.loans DROP COLUMN branch;

-- Creates table column public.loans.due.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ADD COLUMN due date;

-- Adds table public.loans to publication desk.
-- Hazard C409: changes what publication desk publishes.
-- Hazard C411: updates and deletes fail on table public.loans unless it has a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans (due, id) WHERE ((id > 10));
