-- Drops table constraint books_author_fkey ON public.books, because table column public.authors.code changes.
-- Locks public.books (ACCESS EXCLUSIVE), public.authors (ACCESS EXCLUSIVE).
-- Hazard C408: public.books no longer enforces books_author_fkey.
ALTER TABLE public.books DROP CONSTRAINT books_author_fkey;

-- public.authors.code: character varying(8) becomes character varying(5).
-- Locks public.authors (ACCESS EXCLUSIVE). Rewrites public.authors.
-- Hazard A201, blocking: rewrites table public.authors and its indexes: column code becomes character varying(5).
-- Hazard F304: fails if a value of public.authors.code does not fit character varying(5).
-- Hazard C403: cached plans that return public.authors.code fail once.
ALTER TABLE public.authors ALTER COLUMN code TYPE character varying(5);

-- public.books.author: character varying(8) becomes character varying(5).
-- Locks public.books (ACCESS EXCLUSIVE). Rewrites public.books.
-- Hazard A201, blocking: rewrites table public.books and its indexes: column author becomes character varying(5).
-- Hazard F304: fails if a value of public.books.author does not fit character varying(5).
-- Hazard C403: cached plans that return public.books.author fail once.
ALTER TABLE public.books ALTER COLUMN author TYPE character varying(5);

-- Makes again table constraint books_author_fkey ON public.books, because table column public.authors.code changes.
-- Locks public.books (SHARE ROW EXCLUSIVE), public.authors (SHARE ROW EXCLUSIVE). Scans public.books.
-- Hazard A205: blocks writes to public.books and to the table it references while rows are checked.
-- Hazard F303: fails if a row of public.books references nothing.
ALTER TABLE public.books ADD CONSTRAINT books_author_fkey FOREIGN KEY (author) REFERENCES public.authors(code);
