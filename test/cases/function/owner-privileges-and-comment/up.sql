-- Undo: lossless

-- Gives public.area(integer, integer) to keeper.
-- Hazard S504: keeper owns public.area(integer, integer).
ALTER FUNCTION public.area(integer, integer) OWNER TO keeper;

-- Sets who may use public.area(integer, integer).
-- Hazard S501: changes privileges on public.area(integer, integer).
REVOKE EXECUTE ON FUNCTION public.area(integer, integer) FROM PUBLIC;

-- Sets who may use public.area(integer, integer).
-- Hazard S501: changes privileges on public.area(integer, integer).
GRANT EXECUTE ON FUNCTION public.area(integer, integer) TO reader;

-- Describes function public.area(integer, integer).
COMMENT ON FUNCTION public.area(integer, integer) IS 'Of a rectangle';
