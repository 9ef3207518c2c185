-- Undo: lossless

-- Creates function public.digits(text).
CREATE FUNCTION public.digits(isbn text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT regexp_replace(isbn, '\D', '', 'g') $function$;

-- Creates function public.is_isbn(text).
CREATE FUNCTION public.is_isbn(isbn text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
BEGIN ATOMIC
 SELECT (length(public.digits(isbn)) = ANY (ARRAY[10, 13]));
END;

-- Sets the comment of function public.is_isbn(text).
COMMENT ON FUNCTION public.is_isbn(text) IS 'Counts digits only';

-- Creates table public.books.
CREATE TABLE public.books (
    isbn text NOT NULL,
    CONSTRAINT books_isbn_check CHECK (public.is_isbn(isbn)),
    CONSTRAINT books_pkey PRIMARY KEY (isbn)
);
