-- Other columns make extended statistics anew; another target changes in place.
CREATE TABLE books (isbn text, title text, pages integer);
CREATE STATISTICS by_title (mcv) ON title, isbn FROM books;
CREATE STATISTICS by_size ON (pages / 100), title FROM books;
ALTER STATISTICS by_size SET STATISTICS 50;
ALTER STATISTICS by_size OWNER TO keeper;
