CREATE TABLE loans (id bigint);
CREATE TABLE books (isbn text);
CREATE INDEX by_one ON loans (id);
CREATE INDEX by_other ON books (isbn);
