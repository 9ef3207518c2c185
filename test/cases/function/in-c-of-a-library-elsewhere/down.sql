-- Drops function public.add_two(integer, text).
-- Hazard C402: callers of public.add_two(integer, text) fail.
DROP FUNCTION public.add_two(integer, text);

-- Drops index public.t_add_one.
-- Locks public.t (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.t_add_one, which queries on public.t may use.
DROP INDEX public.t_add_one;

-- Alters function public.add_one(integer).
-- Hazard C407: changes the behavior of public.add_one(integer).
CREATE OR REPLACE FUNCTION public.add_one(integer)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/mine', $function$add_one_c$function$;
