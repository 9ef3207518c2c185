-- Changes the collation of table column public.books.title to the default of its type.
-- Locks public.books (ACCESS EXCLUSIVE). Builds an index over public.books.
-- Hazard A203, blocking: rebuilds the indexes of public.books that sort by title under an ACCESS EXCLUSIVE lock.
-- Hazard C403: cached plans that return public.books.title fail once.
ALTER TABLE public.books ALTER COLUMN title TYPE text;
