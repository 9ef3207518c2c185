CREATE TABLE books (isbn text PRIMARY KEY, title text);
CREATE INDEX books_title ON books (title);
