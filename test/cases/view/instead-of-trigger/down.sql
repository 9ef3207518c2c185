-- Alters view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard C406: view public.mine reads differently.
CREATE OR REPLACE VIEW public.mine AS
 SELECT id,
    book,
    back
   FROM public.loans;
