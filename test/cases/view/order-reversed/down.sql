-- Alters view public.one.
-- Locks public.one (ACCESS EXCLUSIVE).
-- Hazard C406: view public.one reads differently.
CREATE OR REPLACE VIEW public.one AS
 SELECT id
   FROM public.loans;

-- Alters view public.other.
-- Locks public.other (ACCESS EXCLUSIVE).
-- Hazard C406: view public.other reads differently.
CREATE OR REPLACE VIEW public.other AS
 SELECT id
   FROM public.one;
