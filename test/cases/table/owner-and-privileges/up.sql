-- Undo: lossless

-- Gives public.members to keeper.
-- Hazard S504: keeper owns public.members.
ALTER TABLE public.members OWNER TO keeper;

-- Sets who may use public.members.
-- Hazard S501: changes privileges on public.members.
REVOKE SELECT ON TABLE public.members FROM reader;

-- Sets who may use public.members.
-- Hazard S501: changes privileges on public.members.
GRANT SELECT, UPDATE ON TABLE public.members TO writer WITH GRANT OPTION;

-- Sets who may use public.members.
-- Hazard S501: changes privileges on public.members.
GRANT SELECT (id) ON TABLE public.members TO reader;

-- Sets who may use public.members.
-- Hazard S501: changes privileges on public.members.
GRANT SELECT (name) ON TABLE public.members TO reader;

-- Sets who may use public.members.id.
-- Hazard S501: changes privileges on public.members.id.
GRANT SELECT (id) ON TABLE public.members TO reader;

-- Sets who may use public.members.name.
-- Hazard S501: changes privileges on public.members.name.
GRANT SELECT (name) ON TABLE public.members TO reader;
