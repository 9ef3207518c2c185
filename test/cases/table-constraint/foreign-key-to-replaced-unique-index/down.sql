-- Drops table constraint loans_code_fkey ON public.loans, because index public.books_code changes.
-- Locks public.loans, public.books (ACCESS EXCLUSIVE).
ALTER TABLE public.loans DROP CONSTRAINT loans_code_fkey;

-- Drops index public.books_code.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.books_code, which queries on public.books may use.
DROP INDEX public.books_code;

-- Recreates index public.books_code.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
-- Hazard F302: fails if public.books contains duplicates.
CREATE UNIQUE INDEX books_code ON public.books USING btree (code);

-- Recreates table constraint loans_code_fkey ON public.loans, because index public.books_code changes.
-- Locks public.loans, public.books (SHARE ROW EXCLUSIVE). Scans public.loans.
-- Hazard A205: blocks writes to public.loans and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of public.loans has no matching row in the referenced table.
ALTER TABLE public.loans ADD CONSTRAINT loans_code_fkey FOREIGN KEY (code) REFERENCES public.books(code);
