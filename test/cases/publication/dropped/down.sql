-- Creates publication desk.
CREATE PUBLICATION desk;

-- Adds table public.loans to publication desk.
-- Hazard C411: updates and deletes fail on table public.loans unless it has a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans;
