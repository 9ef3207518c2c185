-- Undo: loses data:
--   the values of public.notes.old

-- Drops index public.notes_weight, because table column public.notes.v changes.
-- Locks public.notes (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.notes_weight, which queries on public.notes may use.
DROP INDEX public.notes_weight;

-- Drops index public.notes_whole, because table column public.notes.v changes.
-- Locks public.notes (ACCESS EXCLUSIVE).
DROP INDEX public.notes_whole;

-- Drops table column public.notes.old.
-- Locks public.notes (ACCESS EXCLUSIVE). Loses the values of public.notes.old.
-- Hazard D102, blocking: drops column public.notes.old with its values.
ALTER TABLE public.notes DROP COLUMN old;

-- Changes the type of table column public.notes.v from integer to bigint.
-- Locks public.notes (ACCESS EXCLUSIVE). Rewrites public.notes.
-- Hazard A201, blocking: rewrites table public.notes and its indexes: the type of column v becomes bigint.
-- Hazard C403: cached plans that return public.notes.v fail once.
ALTER TABLE public.notes ALTER COLUMN v TYPE bigint;

-- Recreates index public.notes_whole, because table column public.notes.v changes.
-- Locks public.notes (SHARE). Builds an index over public.notes.
-- Hazard A203: blocks writes to public.notes while the index is built.
CREATE INDEX notes_whole ON public.notes USING btree (id) WHERE (notes.* IS NOT NULL);

-- Alters function public.weight(public.notes).
-- Hazard C407: changes the behavior of public.weight(public.notes).
CREATE OR REPLACE FUNCTION public.weight(public.notes)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT $1.v::integer $function$;

-- Recreates index public.notes_weight, because table column public.notes.v changes.
-- Locks public.notes (SHARE). Builds an index over public.notes.
-- Hazard A203: blocks writes to public.notes while the index is built.
CREATE INDEX notes_weight ON public.notes USING btree (public.weight(notes.*));
