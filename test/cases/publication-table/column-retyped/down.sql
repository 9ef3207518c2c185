-- Drops table public.loans from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Changes the type of table column public.loans.id from bigint to integer.
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans and its indexes: the type of column id becomes integer.
-- Hazard F304: fails if a value of public.loans.id is not valid in integer.
-- Hazard C403: cached plans that return public.loans.id fail once.
ALTER TABLE public.loans ALTER COLUMN id TYPE integer;

-- Adds table public.loans to publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans (id, reader) WHERE ((id > 10));
