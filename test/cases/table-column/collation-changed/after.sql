-- Another collation rewrites the column and its indexes.
CREATE TABLE books (isbn text PRIMARY KEY, title text COLLATE "C");
CREATE INDEX books_title ON books (title);
