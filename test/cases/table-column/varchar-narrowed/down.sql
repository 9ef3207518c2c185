-- Changes the type of table column public.books.title from character varying(40) to character varying(200).
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.books.title fail once.
ALTER TABLE public.books ALTER COLUMN title TYPE character varying(200);
