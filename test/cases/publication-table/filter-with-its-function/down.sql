-- Drops table public.loans from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Adds table public.loans to publication desk.
-- Hazard C409: changes what publication desk publishes.
-- Hazard C411: updates and deletes fail on table public.loans unless it has a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans WHERE (kept);
