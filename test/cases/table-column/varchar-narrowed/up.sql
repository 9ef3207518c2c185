-- Undo: lossless

-- Changes the type of table column public.books.title from character varying(200) to character varying(40).
-- Locks public.books (ACCESS EXCLUSIVE). Rewrites public.books.
-- Hazard A201, blocking: rewrites table public.books and its indexes: the type of column title becomes character varying(40).
-- Hazard F304: fails if a value of public.books.title is not valid in character varying(40).
-- Hazard C403: cached plans that return public.books.title fail once.
ALTER TABLE public.books ALTER COLUMN title TYPE character varying(40);
