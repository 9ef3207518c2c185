-- Describes table public.members.
COMMENT ON TABLE public.members IS 'People';
