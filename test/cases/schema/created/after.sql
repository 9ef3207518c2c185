-- A new schema comes before what lives in it.
CREATE SCHEMA library;
CREATE TABLE library.books (isbn text PRIMARY KEY, title text NOT NULL);
