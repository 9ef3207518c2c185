-- Changes the owner of operator public.~== (integer, integer) to postgres.
-- Hazard S504: changes the owner of operator public.~== (integer, integer) to postgres.
ALTER OPERATOR public.~== (integer, integer) OWNER TO postgres;
