-- A new table gets what the new default privileges give, without a word of its own.
CREATE SCHEMA library;
ALTER DEFAULT PRIVILEGES IN SCHEMA library GRANT SELECT ON TABLES TO reader;
CREATE TABLE library.books (isbn text PRIMARY KEY);
