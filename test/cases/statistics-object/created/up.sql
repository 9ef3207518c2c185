-- Undo: lossless

-- Creates statistics object public.books_stats.
CREATE STATISTICS public.books_stats (ndistinct, dependencies) ON title, pages FROM public.books;

-- Creates statistics object public.books_stats.
ALTER STATISTICS public.books_stats SET STATISTICS 200;

-- Says what public.books_stats is.
COMMENT ON STATISTICS public.books_stats IS 'They go together';
