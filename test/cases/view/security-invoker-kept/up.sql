-- Undo: lossless

-- Alters view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard C406: view public.mine reads differently.
CREATE OR REPLACE VIEW public.mine WITH (security_invoker = true) AS
 SELECT id
   FROM public.loans
  WHERE (NOT back);
