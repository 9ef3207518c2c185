-- A dropped table leaves its publication by itself.
CREATE TABLE books (isbn text PRIMARY KEY);
CREATE PUBLICATION outside FOR TABLE books;
