-- A wider varchar needs no rewrite, and foreign keys over it stay.
CREATE TABLE authors (code varchar(8) PRIMARY KEY);
CREATE TABLE books (isbn text PRIMARY KEY, author varchar(8) REFERENCES authors);
CREATE INDEX books_author ON books (author);
