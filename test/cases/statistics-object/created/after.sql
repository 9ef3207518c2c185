-- Extended statistics are made with their target.
CREATE TABLE books (isbn text, title text, pages integer);
CREATE STATISTICS books_stats (ndistinct, dependencies) ON title, pages FROM books;
ALTER STATISTICS books_stats SET STATISTICS 200;
COMMENT ON STATISTICS books_stats IS 'They go together';
