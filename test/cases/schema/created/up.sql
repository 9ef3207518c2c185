-- Undo: lossless

-- Creates schema library.
CREATE SCHEMA library;

-- Creates table library.books.
CREATE TABLE library.books (
    isbn text NOT NULL,
    title text NOT NULL,
    CONSTRAINT books_pkey PRIMARY KEY (isbn)
);
