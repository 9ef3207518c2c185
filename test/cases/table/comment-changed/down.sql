-- Sets the comment of table public.members.
COMMENT ON TABLE public.members IS 'People';
