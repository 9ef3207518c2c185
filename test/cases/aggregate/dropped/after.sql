-- An aggregate goes before its function.
CREATE TABLE books (title text);
CREATE TABLE authors (name text);
