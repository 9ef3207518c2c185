-- Publication outside no longer sends public.books.
-- Hazard C409: changes what publication outside sends.
ALTER PUBLICATION outside DROP TABLE ONLY public.books;

-- Publication outside sends public.loans from now on.
-- Hazard C409: changes what publication outside sends.
-- Hazard C411: updates and deletes fail on public.loans unless it has a primary key or another replica identity.
ALTER PUBLICATION outside ADD TABLE ONLY public.loans;
