CREATE TABLE books (isbn text, code text);
CREATE UNIQUE INDEX books_code ON books (code);
CREATE TABLE loans (id bigint PRIMARY KEY, code text REFERENCES books (code));
