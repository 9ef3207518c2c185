-- The index that CLUSTER uses is marked in place.
CREATE TABLE books (isbn text, title text);
CREATE INDEX books_title ON books (title);
ALTER TABLE books CLUSTER ON books_title;
