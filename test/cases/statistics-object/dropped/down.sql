-- Creates statistics object public.by_title.
CREATE STATISTICS public.by_title ON pages, title FROM public.books;
