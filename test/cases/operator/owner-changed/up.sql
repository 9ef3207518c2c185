-- Undo: lossless

-- Gives public.~== (integer, integer) to keeper.
-- Hazard S504: keeper owns public.~== (integer, integer).
ALTER OPERATOR public.~== (integer, integer) OWNER TO keeper;
