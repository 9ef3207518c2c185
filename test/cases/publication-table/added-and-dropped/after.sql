-- Tables come into a publication and leave it.
CREATE TABLE loans (id bigint PRIMARY KEY);
CREATE TABLE books (isbn text PRIMARY KEY);
CREATE PUBLICATION outside FOR TABLE books;
