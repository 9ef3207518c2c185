-- Creates publication desk.
CREATE PUBLICATION desk;

-- Publication desk sends public.loans from now on.
-- Hazard C411: updates and deletes fail on public.loans unless it has a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans;
