-- A column's comment comes and goes.
CREATE TABLE books (isbn text, title text);
COMMENT ON COLUMN books.title IS 'As on the cover';
