-- Alters view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard S505: changes whose privileges and policies apply to queries on view public.mine.
ALTER VIEW public.mine SET (security_barrier = true);

-- Alters view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard S505: changes whose privileges and policies apply to queries on view public.mine.
ALTER VIEW public.mine RESET (security_invoker, check_option);
