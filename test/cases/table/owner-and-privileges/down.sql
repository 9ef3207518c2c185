-- Gives public.members to postgres.
-- Hazard S504: postgres owns public.members.
ALTER TABLE public.members OWNER TO postgres;

-- Sets who may use public.members.
-- Hazard S501: changes privileges on public.members.
REVOKE SELECT, UPDATE ON TABLE public.members FROM writer;

-- Sets who may use public.members.
-- Hazard S501: changes privileges on public.members.
GRANT SELECT ON TABLE public.members TO reader;

-- Sets who may use public.members.id.
-- Hazard S501: changes privileges on public.members.id.
REVOKE SELECT (id) ON TABLE public.members FROM reader;

-- Sets who may use public.members.name.
-- Hazard S501: changes privileges on public.members.name.
REVOKE SELECT (name) ON TABLE public.members FROM reader;
