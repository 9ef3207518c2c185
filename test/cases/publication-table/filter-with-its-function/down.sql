-- Publication desk no longer sends public.loans.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Publication desk sends public.loans from now on.
-- Hazard C409: changes what publication desk sends.
-- Hazard C411: updates and deletes fail on public.loans unless it has a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans WHERE (kept);
