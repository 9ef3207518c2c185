-- Alters view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard S505, blocking: view public.mine loses security_invoker: queries on it bypass privileges, policies or filters that applied before.
-- Hazard S505: view public.mine gets security_barrier: other privileges, policies or filters apply to queries on it.
ALTER VIEW public.mine SET (security_barrier = true);

-- Alters view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard S505, blocking: view public.mine loses security_invoker: queries on it bypass privileges, policies or filters that applied before.
-- Hazard S505: view public.mine gets security_barrier: other privileges, policies or filters apply to queries on it.
ALTER VIEW public.mine RESET (security_invoker, check_option);
