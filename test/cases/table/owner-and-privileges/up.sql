-- Undo: lossless

-- Changes the owner of table public.members to keeper.
-- Locks public.members (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of table public.members to keeper.
ALTER TABLE public.members OWNER TO keeper;

-- Changes privileges on table public.members.
-- Hazard S501: changes privileges on table public.members.
REVOKE SELECT ON TABLE public.members FROM reader;

-- Changes privileges on table public.members.
-- Hazard S501: changes privileges on table public.members.
GRANT SELECT, UPDATE ON TABLE public.members TO writer WITH GRANT OPTION;

-- Changes privileges on table public.members.
-- Hazard S501: changes privileges on table public.members.
GRANT SELECT (id) ON TABLE public.members TO reader;

-- Changes privileges on table public.members.
-- Hazard S501: changes privileges on table public.members.
GRANT SELECT (name) ON TABLE public.members TO reader;

-- Changes privileges on table column public.members.id.
-- Hazard S501: changes privileges on table column public.members.id.
GRANT SELECT (id) ON TABLE public.members TO reader;

-- Changes privileges on table column public.members.name.
-- Hazard S501: changes privileges on table column public.members.name.
GRANT SELECT (name) ON TABLE public.members TO reader;
