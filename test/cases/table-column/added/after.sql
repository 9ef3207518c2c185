-- Columns are added with their defaults; one that is NOT NULL without a default fails on rows.
CREATE TABLE books (
  isbn text PRIMARY KEY,
  title text NOT NULL DEFAULT '',
  author text NOT NULL,
  shelf integer,
  language text COLLATE "C"
);
