-- Undo: lossless

-- Publication desk no longer sends public.loans.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- public.loans.id: integer becomes bigint.
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans and its indexes: column id becomes bigint.
-- Hazard C403: cached plans that return public.loans.id fail once.
ALTER TABLE public.loans ALTER COLUMN id TYPE bigint;

-- Publication desk sends public.loans from now on.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans (id, reader) WHERE ((id > 10));
