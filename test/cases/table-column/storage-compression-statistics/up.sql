-- Undo: lossless

-- Alters table column public.books.isbn.
ALTER TABLE public.books ALTER COLUMN isbn SET STATISTICS 500;

-- Alters table column public.books.isbn.
ALTER TABLE public.books ALTER COLUMN isbn SET (n_distinct = -1);

-- Alters table column public.books.blurb.
-- Locks public.books (ACCESS EXCLUSIVE).
ALTER TABLE public.books ALTER COLUMN blurb SET STORAGE EXTERNAL;

-- Alters table column public.books.cover.
-- Locks public.books (ACCESS EXCLUSIVE).
ALTER TABLE public.books ALTER COLUMN cover SET COMPRESSION pglz;
