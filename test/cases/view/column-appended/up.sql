-- Undo: lossless

-- Alters view public.current_loans.
-- Locks public.current_loans (ACCESS EXCLUSIVE).
-- Hazard C406: changes what view public.current_loans returns.
CREATE OR REPLACE VIEW public.current_loans AS
 SELECT id,
    book,
    back
   FROM public.loans;
