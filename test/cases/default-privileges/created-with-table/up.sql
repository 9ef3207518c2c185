-- Undo: lossless

-- Creates default privileges for role postgres in schema library on r.
-- Hazard S506: changes what postgres grants on new objects.
ALTER DEFAULT PRIVILEGES FOR ROLE postgres IN SCHEMA library GRANT SELECT ON TABLES TO reader;

-- Creates table library.books.
CREATE TABLE library.books (
    isbn text NOT NULL,
    CONSTRAINT books_pkey PRIMARY KEY (isbn)
);
