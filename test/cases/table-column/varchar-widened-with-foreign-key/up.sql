-- Undo: lossless

-- public.authors.code: character varying(5) becomes character varying(8).
-- Locks public.authors (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.authors.code fail once.
ALTER TABLE public.authors ALTER COLUMN code TYPE character varying(8);

-- public.books.author: character varying(5) becomes character varying(8).
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.books.author fail once.
ALTER TABLE public.books ALTER COLUMN author TYPE character varying(8);
