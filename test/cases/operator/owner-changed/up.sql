-- Undo: lossless

-- Changes the owner of operator public.~== (integer, integer) to keeper.
-- Hazard S504: changes the owner of operator public.~== (integer, integer) to keeper.
ALTER OPERATOR public.~== (integer, integer) OWNER TO keeper;
