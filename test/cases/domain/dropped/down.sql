-- Creates domain public.isbn.
CREATE DOMAIN public.isbn AS text
    CONSTRAINT isbn_length CHECK ((length(VALUE) = ANY (ARRAY[10, 13])));

-- Changes the type of table column public.books.isbn from text to public.isbn.
-- Locks public.books (ACCESS EXCLUSIVE). Rewrites public.books.
-- Hazard A201, blocking: rewrites table public.books and its indexes: the type of column isbn becomes public.isbn.
-- Hazard F303: fails if a value of public.books.isbn violates a constraint of domain public.isbn.
-- Hazard C403: cached plans that return public.books.isbn fail once.
ALTER TABLE public.books ALTER COLUMN isbn TYPE public.isbn;
