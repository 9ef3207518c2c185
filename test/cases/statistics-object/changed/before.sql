CREATE TABLE books (isbn text, title text, pages integer);
CREATE STATISTICS by_title (mcv) ON title, pages FROM books;
CREATE STATISTICS by_size ON (pages / 100), title FROM books;
