-- Undo: lossless

-- Creates function public.longest(text, text).
CREATE FUNCTION public.longest(a text, b text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN CASE WHEN (length(b) > length(a)) THEN b ELSE COALESCE(a, b) END;

-- Creates aggregate public.longest_of(text).
CREATE AGGREGATE public.longest_of(text) (
    SFUNC = public.longest,
    STYPE = text,
    PARALLEL = SAFE
);

-- Sets the comment of aggregate public.longest_of(text).
COMMENT ON AGGREGATE public.longest_of(text) IS 'The first of the longest';

-- Creates table public.books.
CREATE TABLE public.books (
    title text
);

-- Creates view public.records.
CREATE VIEW public.records AS
 SELECT public.longest_of(title) AS title
   FROM public.books;
