-- Undo: lossless

-- Alters view public.other.
-- Locks public.other (ACCESS EXCLUSIVE).
-- Hazard C406: changes what view public.other returns.
CREATE OR REPLACE VIEW public.other AS
 SELECT id
   FROM public.loans;

-- Alters view public.one.
-- Locks public.one (ACCESS EXCLUSIVE).
-- Hazard C406: changes what view public.one returns.
CREATE OR REPLACE VIEW public.one AS
 SELECT id
   FROM public.other;
