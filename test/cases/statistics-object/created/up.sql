-- Undo: lossless

-- Creates statistics object public.books_stats.
CREATE STATISTICS public.books_stats (ndistinct, dependencies) ON pages, title FROM public.books;

-- Sets properties of statistics object public.books_stats that its CREATE statement can't set.
ALTER STATISTICS public.books_stats SET STATISTICS 200;

-- Sets the comment of statistics object public.books_stats.
COMMENT ON STATISTICS public.books_stats IS 'They go together';
