-- Two tables swap the names of their indexes.
CREATE TABLE loans (id bigint);
CREATE TABLE books (isbn text);
CREATE INDEX by_other ON loans (id);
CREATE INDEX by_one ON books (isbn);
