-- Creates table column public.books.code.
-- Locks public.books (ACCESS EXCLUSIVE).
ALTER TABLE public.books ADD COLUMN code text;

-- Creates table constraint books_code_key ON public.books.
-- Locks public.books (ACCESS EXCLUSIVE). Builds an index over public.books.
-- Hazard A203: builds an index on public.books under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.books contains duplicates.
ALTER TABLE public.books ADD CONSTRAINT books_code_key UNIQUE (code);

-- Creates table column public.loans.code.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ADD COLUMN code text;

-- Creates table constraint loans_code_check ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Scans public.loans.
-- Hazard A202: reads all of public.loans under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.loans violates loans_code_check.
ALTER TABLE public.loans ADD CONSTRAINT loans_code_check CHECK ((code <> ''::text));

-- Creates table constraint loans_code_fkey ON public.loans.
-- Locks public.loans, public.books (SHARE ROW EXCLUSIVE). Scans public.loans.
-- Hazard A205: blocks writes to public.loans and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of public.loans has no matching row in the referenced table.
ALTER TABLE public.loans ADD CONSTRAINT loans_code_fkey FOREIGN KEY (code) REFERENCES public.books(code);
