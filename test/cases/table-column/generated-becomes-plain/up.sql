-- Undo: lossless

-- Alters table column public.books.label.
-- Locks public.books (ACCESS EXCLUSIVE).
ALTER TABLE public.books ALTER COLUMN label DROP EXPRESSION;
