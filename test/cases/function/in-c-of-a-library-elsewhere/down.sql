-- Drops function public.add_two(integer, text).
-- Hazard C402: callers of public.add_two(integer, text) fail.
DROP FUNCTION public.add_two(integer, text);

-- Drops index public.t_add_one.
-- Locks public.t (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.t can no longer use public.t_add_one.
DROP INDEX public.t_add_one;

-- Alters function public.add_one(integer).
-- Hazard C407: public.add_one(integer) behaves differently.
CREATE OR REPLACE FUNCTION public.add_one(integer)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT
AS '$libdir/mine', $function$add_one_c$function$;
