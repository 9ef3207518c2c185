-- Says what public.members is.
COMMENT ON TABLE public.members IS 'People';
