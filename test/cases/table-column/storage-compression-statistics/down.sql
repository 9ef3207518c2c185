-- Alters table column public.books.isbn.
ALTER TABLE public.books ALTER COLUMN isbn SET STATISTICS -1;

-- Alters table column public.books.isbn.
ALTER TABLE public.books ALTER COLUMN isbn RESET (n_distinct);

-- Alters table column public.books.blurb.
-- Locks public.books (ACCESS EXCLUSIVE).
ALTER TABLE public.books ALTER COLUMN blurb SET STORAGE DEFAULT;

-- Alters table column public.books.cover.
-- Locks public.books (ACCESS EXCLUSIVE).
ALTER TABLE public.books ALTER COLUMN cover SET COMPRESSION default;
