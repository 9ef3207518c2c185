-- Undo: lossless

-- Changes the type of table column public.books.isbn from public.isbn to text.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.books.isbn fail once.
ALTER TABLE public.books ALTER COLUMN isbn TYPE text;

-- Drops domain public.isbn.
DROP DOMAIN public.isbn;
