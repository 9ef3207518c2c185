-- Alters index public.books_title.
ALTER TABLE public.books SET WITHOUT CLUSTER;
