CREATE TABLE public.t (a integer);
CREATE FUNCTION public.add_one(integer) RETURNS integer LANGUAGE C STRICT IMMUTABLE AS '$libdir/mine', 'add_one_c';
