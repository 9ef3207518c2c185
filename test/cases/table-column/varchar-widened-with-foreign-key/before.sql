CREATE TABLE authors (code varchar(5) PRIMARY KEY);
CREATE TABLE books (isbn text PRIMARY KEY, author varchar(5) REFERENCES authors);
CREATE INDEX books_author ON books (author);
