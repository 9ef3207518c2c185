CREATE DOMAIN isbn AS text;
CREATE TABLE books (isbn isbn);
