-- A new table's identity takes the name of a dropped table's.
CREATE TABLE books (isbn text, n bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME numbers));
CREATE TABLE members (id bigint);
