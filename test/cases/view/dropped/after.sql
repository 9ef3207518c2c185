-- A view goes before the table that it reads.
CREATE TABLE books (isbn text);
CREATE TABLE members (id bigint);
