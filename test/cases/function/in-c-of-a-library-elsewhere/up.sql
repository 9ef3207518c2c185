-- Undo: lossless
-- Note: Proven on empty tables only. With rows in scratch: CREATE INDEX t_add_one ON public.t USING btree (public.add_one(a)): could not access file "mine": No such file or directory

-- Alters function public.add_one(integer).
-- Hazard C407: changes the behavior of public.add_one(integer).
CREATE OR REPLACE FUNCTION public.add_one(integer)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE STRICT COST 7
AS '$libdir/mine', $function$add_one_c$function$;

-- Creates function public.add_two(integer, text).
CREATE FUNCTION public.add_two(integer, text DEFAULT 'AS x'::text)
 RETURNS integer
 LANGUAGE c
AS '$libdir/mine', $function$add_two$function$;

-- Creates index public.t_add_one.
-- Locks public.t (SHARE). Builds an index over public.t.
-- Hazard A203: blocks writes to public.t while the index is built.
CREATE INDEX t_add_one ON public.t USING btree (public.add_one(a));
