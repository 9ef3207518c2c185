-- Gives public.address to postgres.
-- Hazard S504: postgres owns public.address.
ALTER TYPE public.address OWNER TO postgres;

-- Sets who may use public.address.
-- Hazard S501: changes privileges on public.address.
REVOKE USAGE ON TYPE public.address FROM reader;

-- Sets who may use public.address.
-- Hazard S501: changes privileges on public.address.
GRANT USAGE ON TYPE public.address TO PUBLIC;

-- Removes the comment of public.address.
COMMENT ON TYPE public.address IS NULL;
