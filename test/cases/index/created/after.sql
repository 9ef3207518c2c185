-- Indexes of every sort: unique, partial, over expressions, covering, of another method.
CREATE TABLE books (isbn text, title text, pages integer, tags text[]);
CREATE UNIQUE INDEX books_isbn ON books (isbn) INCLUDE (title) NULLS NOT DISTINCT;
CREATE INDEX books_thick ON books (pages DESC NULLS LAST) WHERE pages > 500;
CREATE INDEX books_lower ON books (lower(title) text_pattern_ops, (pages / 100)) WITH (fillfactor = 80);
CREATE INDEX books_tags ON books USING gin (tags);
COMMENT ON INDEX books_tags IS 'For the search page';
