-- An extension comes before the column that uses its type.
CREATE EXTENSION citext;
CREATE TABLE members (id bigint PRIMARY KEY, email citext UNIQUE);
