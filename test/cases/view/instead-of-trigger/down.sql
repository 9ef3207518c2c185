-- Alters view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard C406: changes what view public.mine returns.
CREATE OR REPLACE VIEW public.mine AS
 SELECT id,
    book,
    back
   FROM public.loans;
