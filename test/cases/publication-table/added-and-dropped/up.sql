-- Undo: lossless

-- Drops publication table public.loans in outside.
-- Hazard C409: changes what publication outside sends.
ALTER PUBLICATION outside DROP TABLE ONLY public.loans;

-- Creates publication table public.books in outside.
-- Hazard C409: changes what publication outside sends.
ALTER PUBLICATION outside ADD TABLE ONLY public.books;
