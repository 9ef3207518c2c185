-- Undo: lossless

-- Changes the owner of composite type public.address to keeper.
-- Hazard S504: changes the owner of composite type public.address to keeper.
ALTER TYPE public.address OWNER TO keeper;

-- Changes privileges on composite type public.address.
-- Hazard S501: changes privileges on composite type public.address.
REVOKE USAGE ON TYPE public.address FROM PUBLIC;

-- Changes privileges on composite type public.address.
-- Hazard S501: changes privileges on composite type public.address.
GRANT USAGE ON TYPE public.address TO reader;

-- Sets the comment of composite type public.address.
COMMENT ON TYPE public.address IS 'Where somebody lives';
