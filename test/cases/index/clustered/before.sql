CREATE TABLE books (isbn text, title text);
CREATE INDEX books_title ON books (title);
