-- A new table reads as a person would write it; its indexes, comments and privileges follow.
CREATE TABLE books (
  isbn text PRIMARY KEY,
  title text NOT NULL,
  pages integer CHECK (pages > 0),
  added timestamptz NOT NULL DEFAULT now(),
  UNIQUE (title, pages)
);
CREATE INDEX books_added ON books (added DESC);
COMMENT ON TABLE books IS 'What we have';
COMMENT ON COLUMN books.isbn IS 'Ten or thirteen digits';
GRANT SELECT ON books TO reader;
GRANT ALL ON books TO keeper;
