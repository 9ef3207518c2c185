CREATE TABLE books (isbn text, title text, pages integer);
CREATE STATISTICS by_title ON title, pages FROM books;
