-- Functions in C are planned without their library: only the server has it.
CREATE TABLE public.t (a integer);
CREATE FUNCTION public.add_one(integer) RETURNS integer LANGUAGE C STRICT IMMUTABLE COST 7 AS '$libdir/mine', 'add_one_c';
CREATE OR REPLACE FUNCTION public.add_two(integer, text DEFAULT 'AS x') RETURNS integer AS '$libdir/mine' LANGUAGE c;
CREATE INDEX t_add_one ON public.t (public.add_one(a));
