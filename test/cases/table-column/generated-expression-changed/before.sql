CREATE TABLE books (title text, author text, label text GENERATED ALWAYS AS (author || ': ' || title) STORED);
CREATE INDEX books_label ON books (label);
CREATE VIEW labels AS SELECT label FROM books;
