-- Drops index public.notes_weight, because table column public.notes.v changes.
-- Locks public.notes (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.notes_weight, which queries on public.notes may use.
DROP INDEX public.notes_weight;

-- Drops index public.notes_whole, because table column public.notes.v changes.
-- Locks public.notes (ACCESS EXCLUSIVE).
DROP INDEX public.notes_whole;

-- Changes the type of table column public.notes.v from bigint to integer.
-- Locks public.notes (ACCESS EXCLUSIVE). Rewrites public.notes.
-- Hazard A201, blocking: rewrites table public.notes and its indexes: the type of column v becomes integer.
-- Hazard F304: fails if a value of public.notes.v is not valid in integer.
-- Hazard C403: cached plans that return public.notes.v fail once.
ALTER TABLE public.notes ALTER COLUMN v TYPE integer;

-- Creates table column public.notes.old.
-- Locks public.notes (ACCESS EXCLUSIVE).
ALTER TABLE public.notes ADD COLUMN old text;

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
AS $function$ SELECT $1.v $function$;

-- Recreates index public.notes_weight, because table column public.notes.v changes.
-- Locks public.notes (SHARE). Builds an index over public.notes.
-- Hazard A203: blocks writes to public.notes while the index is built.
CREATE INDEX notes_weight ON public.notes USING btree (public.weight(notes.*));
