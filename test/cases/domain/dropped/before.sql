CREATE DOMAIN isbn AS text CONSTRAINT isbn_length CHECK (length(VALUE) IN (10, 13));
CREATE TABLE books (isbn isbn);
