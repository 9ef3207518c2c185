-- Undo: lossless

-- Changes the owner of enum public.condition to keeper.
-- Hazard S504: changes the owner of enum public.condition to keeper.
ALTER TYPE public.condition OWNER TO keeper;

-- Changes privileges on enum public.condition.
-- Hazard S501: changes privileges on enum public.condition.
REVOKE USAGE ON TYPE public.condition FROM PUBLIC;

-- Changes privileges on enum public.condition.
-- Hazard S501: changes privileges on enum public.condition.
GRANT USAGE ON TYPE public.condition TO writer;

-- Sets the comment of enum public.condition.
COMMENT ON TYPE public.condition IS 'How a copy looks';
