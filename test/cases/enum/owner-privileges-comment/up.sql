-- Undo: lossless

-- Gives public.condition to keeper.
-- Hazard S504: keeper owns public.condition.
ALTER TYPE public.condition OWNER TO keeper;

-- Sets who may use public.condition.
-- Hazard S501: changes privileges on public.condition.
REVOKE USAGE ON TYPE public.condition FROM PUBLIC;

-- Sets who may use public.condition.
-- Hazard S501: changes privileges on public.condition.
GRANT USAGE ON TYPE public.condition TO writer;

-- Describes enum public.condition.
COMMENT ON TYPE public.condition IS 'How a copy looks';
