-- A view can take a dropped table's name.
CREATE TABLE books (isbn text PRIMARY KEY, title text);
CREATE VIEW catalogue AS SELECT isbn, title FROM books;
