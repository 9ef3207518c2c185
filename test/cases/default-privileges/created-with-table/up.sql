-- Undo: lossless

-- Creates default privileges in schema library on tables.
-- Hazard S506: changes privileges on objects that role postgres creates from now on.
ALTER DEFAULT PRIVILEGES IN SCHEMA library GRANT SELECT ON TABLES TO reader;

-- Creates table library.books.
CREATE TABLE library.books (
    isbn text NOT NULL,
    CONSTRAINT books_pkey PRIMARY KEY (isbn)
);
