-- Drops table public.books from publication outside.
-- Hazard C409: changes what publication outside publishes.
ALTER PUBLICATION outside DROP TABLE ONLY public.books;

-- Adds table public.loans to publication outside.
-- Hazard C409: changes what publication outside publishes.
-- Hazard C411: updates and deletes fail on table public.loans unless it has a primary key or another replica identity.
ALTER PUBLICATION outside ADD TABLE ONLY public.loans;
