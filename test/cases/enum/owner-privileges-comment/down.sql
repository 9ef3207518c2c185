-- Gives public.condition to postgres.
-- Hazard S504: postgres owns public.condition.
ALTER TYPE public.condition OWNER TO postgres;

-- Sets who may use public.condition.
-- Hazard S501: changes privileges on public.condition.
REVOKE USAGE ON TYPE public.condition FROM writer;

-- Sets who may use public.condition.
-- Hazard S501: changes privileges on public.condition.
GRANT USAGE ON TYPE public.condition TO PUBLIC;

-- Removes the comment of public.condition.
COMMENT ON TYPE public.condition IS NULL;
