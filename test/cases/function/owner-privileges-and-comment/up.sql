-- Undo: lossless

-- Changes the owner of function public.area(integer, integer) to keeper.
-- Hazard S504: changes the owner of function public.area(integer, integer) to keeper.
ALTER FUNCTION public.area(integer, integer) OWNER TO keeper;

-- Changes privileges on function public.area(integer, integer).
-- Hazard S501: changes privileges on function public.area(integer, integer).
REVOKE EXECUTE ON FUNCTION public.area(integer, integer) FROM PUBLIC;

-- Changes privileges on function public.area(integer, integer).
-- Hazard S501: changes privileges on function public.area(integer, integer).
GRANT EXECUTE ON FUNCTION public.area(integer, integer) TO reader;

-- Sets the comment of function public.area(integer, integer).
COMMENT ON FUNCTION public.area(integer, integer) IS 'Of a rectangle';
