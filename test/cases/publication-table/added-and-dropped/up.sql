-- Undo: lossless

-- Publication outside no longer sends public.loans.
-- Hazard C409: changes what publication outside sends.
ALTER PUBLICATION outside DROP TABLE ONLY public.loans;

-- Publication outside sends public.books from now on.
-- Hazard C409: changes what publication outside sends.
ALTER PUBLICATION outside ADD TABLE ONLY public.books;
