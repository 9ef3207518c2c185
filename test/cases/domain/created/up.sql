-- Undo: lossless

-- Creates domain public.isbn.
CREATE DOMAIN public.isbn AS text
    DEFAULT ''::text
    NOT NULL
    CONSTRAINT isbn_length CHECK ((length(VALUE) = ANY (ARRAY[10, 13])));

-- Sets the comment of domain public.isbn.
COMMENT ON DOMAIN public.isbn IS 'International Standard Book Number';

-- Creates table public.books.
CREATE TABLE public.books (
    isbn public.isbn NOT NULL,
    CONSTRAINT books_pkey PRIMARY KEY (isbn)
);
