-- Changes the owner of composite type public.address to postgres.
-- Hazard S504: changes the owner of composite type public.address to postgres.
ALTER TYPE public.address OWNER TO postgres;

-- Changes privileges on composite type public.address.
-- Hazard S501: changes privileges on composite type public.address.
REVOKE USAGE ON TYPE public.address FROM reader;

-- Changes privileges on composite type public.address.
-- Hazard S501, blocking: changes privileges on composite type public.address for every role (PUBLIC).
GRANT USAGE ON TYPE public.address TO PUBLIC;

-- Removes the comment of composite type public.address.
COMMENT ON TYPE public.address IS NULL;
