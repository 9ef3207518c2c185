-- Undo: lossless

-- Alters view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard S505: view public.mine gets security_invoker: other privileges, policies or filters apply to queries on it.
-- Hazard S505, blocking: view public.mine loses security_barrier: queries on it bypass privileges, policies or filters that applied before.
ALTER VIEW public.mine SET (check_option = cascaded, security_invoker = true);

-- Alters view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard S505: view public.mine gets security_invoker: other privileges, policies or filters apply to queries on it.
-- Hazard S505, blocking: view public.mine loses security_barrier: queries on it bypass privileges, policies or filters that applied before.
ALTER VIEW public.mine RESET (security_barrier);
