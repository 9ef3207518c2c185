-- Drops table constraint loans_code_fkey ON public.loans, because index public.books_code changes.
-- Locks public.loans (ACCESS EXCLUSIVE), public.books (ACCESS EXCLUSIVE).
-- Hazard C408: public.loans no longer enforces loans_code_fkey.
ALTER TABLE public.loans DROP CONSTRAINT loans_code_fkey;

-- Drops index public.books_code.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.books can no longer use public.books_code.
DROP INDEX public.books_code;

-- Makes again index public.books_code.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
-- Hazard F302: fails if public.books holds duplicates.
CREATE UNIQUE INDEX books_code ON public.books USING btree (code);

-- Makes again table constraint loans_code_fkey ON public.loans, because index public.books_code changes.
-- Locks public.loans (SHARE ROW EXCLUSIVE), public.books (SHARE ROW EXCLUSIVE). Scans public.loans.
-- Hazard A205: blocks writes to public.loans and to the table it references while rows are checked.
-- Hazard F303: fails if a row of public.loans references nothing.
ALTER TABLE public.loans ADD CONSTRAINT loans_code_fkey FOREIGN KEY (code) REFERENCES public.books(code);
