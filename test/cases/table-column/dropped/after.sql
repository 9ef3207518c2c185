-- A column is dropped with its index and its check; the view that reads it is made anew without it.
CREATE TABLE books (isbn text PRIMARY KEY, title text);
CREATE VIEW placed AS SELECT isbn, title FROM books;
