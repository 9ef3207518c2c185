-- A key column is dropped together with the column that refers to it.
CREATE TABLE books (isbn text);
CREATE TABLE loans (id bigint PRIMARY KEY);
