-- Drops table constraint books_author_fkey ON public.books, because table column public.authors.code changes.
-- Locks public.books, public.authors (ACCESS EXCLUSIVE).
ALTER TABLE public.books DROP CONSTRAINT books_author_fkey;

-- Changes the type of table column public.authors.code from character varying(8) to character varying(5).
-- Locks public.authors, public.books (ACCESS EXCLUSIVE). Rewrites public.authors.
-- Hazard A201, blocking: rewrites table public.authors and its indexes: the type of column code becomes character varying(5).
-- Hazard F304: fails if a value of public.authors.code is not valid in character varying(5).
-- Hazard C403: cached plans that return public.authors.code fail once.
ALTER TABLE public.authors ALTER COLUMN code TYPE character varying(5);

-- Changes the type of table column public.books.author from character varying(8) to character varying(5).
-- Locks public.books, public.authors (ACCESS EXCLUSIVE). Rewrites public.books.
-- Hazard A201, blocking: rewrites table public.books and its indexes: the type of column author becomes character varying(5).
-- Hazard F304: fails if a value of public.books.author is not valid in character varying(5).
-- Hazard C403: cached plans that return public.books.author fail once.
ALTER TABLE public.books ALTER COLUMN author TYPE character varying(5);

-- Recreates table constraint books_author_fkey ON public.books, because table column public.authors.code changes.
-- Locks public.books, public.authors (SHARE ROW EXCLUSIVE). Scans public.books.
-- Hazard A205: blocks writes to public.books and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of public.books has no matching row in the referenced table.
ALTER TABLE public.books ADD CONSTRAINT books_author_fkey FOREIGN KEY (author) REFERENCES public.authors(code);
