-- Drops statistics object public.books_stats.
DROP STATISTICS public.books_stats;
