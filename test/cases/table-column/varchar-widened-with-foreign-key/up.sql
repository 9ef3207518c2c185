-- Undo: lossless

-- Changes the type of table column public.authors.code from character varying(5) to character varying(8).
-- Locks public.authors, public.books (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.authors.code fail once.
ALTER TABLE public.authors ALTER COLUMN code TYPE character varying(8);

-- Changes the type of table column public.books.author from character varying(5) to character varying(8).
-- Locks public.books, public.authors (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.books.author fail once.
ALTER TABLE public.books ALTER COLUMN author TYPE character varying(8);
