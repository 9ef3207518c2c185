-- Changes the type of table column public.log.line from character varying(200) to text.
-- Locks public.log (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.log.line fail once.
ALTER TABLE public.log ALTER COLUMN line TYPE text;

-- Alters table column public.log.line.
-- Locks public.log (ACCESS EXCLUSIVE).
ALTER TABLE public.log ALTER COLUMN line SET STORAGE EXTERNAL;

-- Alters table column public.log.line.
-- Locks public.log (ACCESS EXCLUSIVE).
ALTER TABLE public.log ALTER COLUMN line SET COMPRESSION pglz;
