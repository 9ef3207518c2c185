-- Changes the owner of table public.members to postgres.
-- Locks public.members (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of table public.members to postgres.
ALTER TABLE public.members OWNER TO postgres;

-- Changes privileges on table public.members.
-- Hazard S501: changes privileges on table public.members.
REVOKE SELECT, UPDATE ON TABLE public.members FROM writer;

-- Changes privileges on table public.members.
-- Hazard S501: changes privileges on table public.members.
GRANT SELECT ON TABLE public.members TO reader;

-- Changes privileges on table column public.members.id.
-- Hazard S501: changes privileges on table column public.members.id.
REVOKE SELECT (id) ON TABLE public.members FROM reader;

-- Changes privileges on table column public.members.name.
-- Hazard S501: changes privileges on table column public.members.name.
REVOKE SELECT (name) ON TABLE public.members FROM reader;
