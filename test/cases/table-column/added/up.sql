-- Undo: lossless
-- Note: Proven on empty tables only. With rows in scratch: ALTER TABLE public.books ADD COLUMN author text NOT NULL: column "author" of relation "books" contains null values

-- Creates table column public.books.title.
-- Locks public.books (ACCESS EXCLUSIVE).
ALTER TABLE public.books ADD COLUMN title text DEFAULT ''::text NOT NULL;

-- Creates table column public.books.author.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard F301: fails if public.books contains rows: column author is NOT NULL and has no default.
ALTER TABLE public.books ADD COLUMN author text NOT NULL;

-- Creates table column public.books.shelf.
-- Locks public.books (ACCESS EXCLUSIVE).
ALTER TABLE public.books ADD COLUMN shelf integer;

-- Creates table column public.books.language.
-- Locks public.books (ACCESS EXCLUSIVE).
ALTER TABLE public.books ADD COLUMN language text COLLATE pg_catalog."C";
