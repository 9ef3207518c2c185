-- Undo: lossless

-- Alters view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard S505: changes whose privileges and policies apply to queries on view public.mine.
ALTER VIEW public.mine SET (check_option = cascaded, security_invoker = true);

-- Alters view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
-- Hazard S505: changes whose privileges and policies apply to queries on view public.mine.
ALTER VIEW public.mine RESET (security_barrier);
