-- Publication desk no longer sends public.loans.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- public.loans.id: bigint becomes integer.
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans and its indexes: column id becomes integer.
-- Hazard F304: fails if a value of public.loans.id does not fit integer.
-- Hazard C403: cached plans that return public.loans.id fail once.
ALTER TABLE public.loans ALTER COLUMN id TYPE integer;

-- Publication desk sends public.loans from now on.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans (id, reader) WHERE ((id > 10));
