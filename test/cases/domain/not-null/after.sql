-- A domain that becomes NOT NULL reads every column of its type.
CREATE DOMAIN isbn AS text NOT NULL;
CREATE TABLE books (isbn isbn);
