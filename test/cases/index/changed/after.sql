-- An index over other columns is made anew; its storage parameters and statistics change in place.
CREATE TABLE books (isbn text, title text, pages integer);
CREATE INDEX books_title ON books (title, pages);
CREATE INDEX books_pages ON books ((pages / 100)) WITH (fillfactor = 70, deduplicate_items = off);
ALTER INDEX books_pages ALTER COLUMN 1 SET STATISTICS 300;
