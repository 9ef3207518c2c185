-- Drops table column public.books.author.
-- Locks public.books (ACCESS EXCLUSIVE). Loses the values of public.books.author.
-- Hazard D102, blocking: drops column public.books.author with its values.
ALTER TABLE public.books DROP COLUMN author;

-- Drops table column public.books.language.
-- Locks public.books (ACCESS EXCLUSIVE). Loses the values of public.books.language.
-- Hazard D102, blocking: drops column public.books.language with its values.
ALTER TABLE public.books DROP COLUMN language;

-- Drops table column public.books.shelf.
-- Locks public.books (ACCESS EXCLUSIVE). Loses the values of public.books.shelf.
-- Hazard D102, blocking: drops column public.books.shelf with its values.
ALTER TABLE public.books DROP COLUMN shelf;

-- Drops table column public.books.title.
-- Locks public.books (ACCESS EXCLUSIVE). Loses the values of public.books.title.
-- Hazard D102, blocking: drops column public.books.title with its values.
ALTER TABLE public.books DROP COLUMN title;
