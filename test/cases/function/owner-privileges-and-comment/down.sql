-- Gives public.area(integer, integer) to postgres.
-- Hazard S504: postgres owns public.area(integer, integer).
ALTER FUNCTION public.area(integer, integer) OWNER TO postgres;

-- Sets who may use public.area(integer, integer).
-- Hazard S501: changes privileges on public.area(integer, integer).
REVOKE EXECUTE ON FUNCTION public.area(integer, integer) FROM reader;

-- Sets who may use public.area(integer, integer).
-- Hazard S501: changes privileges on public.area(integer, integer).
GRANT EXECUTE ON FUNCTION public.area(integer, integer) TO PUBLIC;

-- Removes the comment of public.area(integer, integer).
COMMENT ON FUNCTION public.area(integer, integer) IS NULL;
