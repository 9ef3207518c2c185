-- A generated column gets another expression: its index and the view over it are made around it.
CREATE TABLE books (title text, author text, label text GENERATED ALWAYS AS (upper(author) || ': ' || title) STORED);
CREATE INDEX books_label ON books (label);
CREATE VIEW labels AS SELECT label FROM books;
