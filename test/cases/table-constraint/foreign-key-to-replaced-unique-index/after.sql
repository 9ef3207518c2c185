-- A foreign key over a unique index goes around the index that is made anew.
CREATE TABLE books (isbn text, code text);
CREATE UNIQUE INDEX books_code ON books (code) INCLUDE (isbn);
CREATE TABLE loans (id bigint PRIMARY KEY, code text REFERENCES books (code));
