-- Undo: lossless

-- Alters view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard C406: changes what view public.mine returns.
CREATE OR REPLACE VIEW public.mine WITH (security_invoker = true) AS
 SELECT id
   FROM public.loans
  WHERE (NOT back);
