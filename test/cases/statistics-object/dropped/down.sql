-- Creates statistics object public.by_title.
CREATE STATISTICS public.by_title ON title, pages FROM public.books;
