-- Undo: lossless

-- Drops view public.books_out, because view public.current_loans changes.
-- Locks public.books_out (ACCESS EXCLUSIVE).
DROP VIEW public.books_out;

-- Drops view public.current_loans.
-- Locks public.current_loans (ACCESS EXCLUSIVE).
DROP VIEW public.current_loans;

-- Recreates view public.current_loans.
-- Hazard C406: changes what view public.current_loans returns.
CREATE VIEW public.current_loans AS
 SELECT id,
    book
   FROM public.loans;

-- Changes privileges on view public.current_loans.
GRANT SELECT ON TABLE public.current_loans TO reader;

-- Recreates view public.books_out, because view public.current_loans changes.
CREATE VIEW public.books_out AS
 SELECT book
   FROM public.current_loans;

-- Recreates rule no_delete ON public.books_out, because view public.books_out changes.
-- Locks public.books_out (ACCESS EXCLUSIVE).
CREATE RULE no_delete AS
    ON DELETE TO public.books_out DO INSTEAD NOTHING;
