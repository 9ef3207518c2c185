-- Undo: lossless

-- Drops table public.loans from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Adds table public.loans to publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans (id, kept) WHERE (((NOT kept) AND ((id % (2)::bigint) = 0)));
