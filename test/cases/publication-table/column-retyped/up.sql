-- Undo: lossless

-- Drops table public.loans from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Changes the type of table column public.loans.id from integer to bigint.
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans and its indexes: the type of column id becomes bigint.
-- Hazard C403: cached plans that return public.loans.id fail once.
ALTER TABLE public.loans ALTER COLUMN id TYPE bigint;

-- Adds table public.loans to publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans (id, reader) WHERE ((id > 10));
