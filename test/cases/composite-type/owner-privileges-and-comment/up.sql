-- Undo: lossless

-- Gives public.address to keeper.
-- Hazard S504: keeper owns public.address.
ALTER TYPE public.address OWNER TO keeper;

-- Sets who may use public.address.
-- Hazard S501: changes privileges on public.address.
REVOKE USAGE ON TYPE public.address FROM PUBLIC;

-- Sets who may use public.address.
-- Hazard S501: changes privileges on public.address.
GRANT USAGE ON TYPE public.address TO reader;

-- Describes composite type public.address.
COMMENT ON TYPE public.address IS 'Where somebody lives';
