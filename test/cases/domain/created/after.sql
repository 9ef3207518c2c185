-- A domain is made with its default and its checks.
CREATE DOMAIN isbn AS text DEFAULT '' NOT NULL CONSTRAINT isbn_length CHECK (length(VALUE) IN (10, 13));
COMMENT ON DOMAIN isbn IS 'International Standard Book Number';
CREATE TABLE books (isbn isbn PRIMARY KEY);
