-- Changes the owner of function public.area(integer, integer) to postgres.
-- Hazard S504: changes the owner of function public.area(integer, integer) to postgres.
ALTER FUNCTION public.area(integer, integer) OWNER TO postgres;

-- Changes privileges on function public.area(integer, integer).
-- Hazard S501: changes privileges on function public.area(integer, integer).
REVOKE EXECUTE ON FUNCTION public.area(integer, integer) FROM reader;

-- Changes privileges on function public.area(integer, integer).
-- Hazard S501, blocking: changes privileges on function public.area(integer, integer) for every role (PUBLIC).
GRANT EXECUTE ON FUNCTION public.area(integer, integer) TO PUBLIC;

-- Removes the comment of function public.area(integer, integer).
COMMENT ON FUNCTION public.area(integer, integer) IS NULL;
