CREATE TABLE books (isbn text PRIMARY KEY, shelf integer CHECK (shelf > 0), title text);
CREATE INDEX books_shelf ON books (shelf);
CREATE VIEW placed AS SELECT isbn, shelf, title FROM books;
