-- A unique index becomes a unique constraint of the same name.
CREATE TABLE books (isbn text UNIQUE, title text);
