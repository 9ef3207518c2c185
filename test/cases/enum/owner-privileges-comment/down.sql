-- Changes the owner of enum public.condition to postgres.
-- Hazard S504: changes the owner of enum public.condition to postgres.
ALTER TYPE public.condition OWNER TO postgres;

-- Changes privileges on enum public.condition.
-- Hazard S501: changes privileges on enum public.condition.
REVOKE USAGE ON TYPE public.condition FROM writer;

-- Changes privileges on enum public.condition.
-- Hazard S501, blocking: changes privileges on enum public.condition for every role (PUBLIC).
GRANT USAGE ON TYPE public.condition TO PUBLIC;

-- Removes the comment of enum public.condition.
COMMENT ON TYPE public.condition IS NULL;
