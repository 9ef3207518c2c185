CREATE TABLE books (isbn text, title text, pages integer);
CREATE INDEX books_title ON books (title);
CREATE INDEX books_pages ON books ((pages / 100)) WITH (fillfactor = 90);
