CREATE TABLE books (isbn text, title text);
COMMENT ON COLUMN books.isbn IS 'Digits';
