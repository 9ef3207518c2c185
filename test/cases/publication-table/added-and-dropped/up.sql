-- Undo: lossless

-- Drops table public.loans from publication outside.
-- Hazard C409: changes what publication outside publishes.
ALTER PUBLICATION outside DROP TABLE ONLY public.loans;

-- Adds table public.books to publication outside.
-- Hazard C409: changes what publication outside publishes.
ALTER PUBLICATION outside ADD TABLE ONLY public.books;
