CREATE TABLE books (isbn text, title text);
CREATE UNIQUE INDEX books_isbn_key ON books (isbn);
