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

-- Recreates view public.books_out, because view public.current_loans changes.
CREATE VIEW public.books_out AS
 SELECT book
   FROM public.current_loans;
