-- Undo: lossless

-- Publication desk no longer sends public.loans.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Publication desk sends public.loans from now on.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans (id, kept) WHERE (((NOT kept) AND ((id % (2)::bigint) = 0)));
