-- Gives public.~== (integer, integer) to postgres.
-- Hazard S504: postgres owns public.~== (integer, integer).
ALTER OPERATOR public.~== (integer, integer) OWNER TO postgres;
