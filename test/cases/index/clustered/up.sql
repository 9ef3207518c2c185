-- Undo: lossless

-- Alters index public.books_title.
ALTER TABLE public.books CLUSTER ON books_title;
