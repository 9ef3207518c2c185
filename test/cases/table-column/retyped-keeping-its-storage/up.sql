-- Undo: lossless

-- Changes the type of table column public.log.line from text to character varying(200).
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
-- Hazard A201, blocking: rewrites table public.log and its indexes: the type of column line becomes character varying(200).
-- Hazard F304: fails if a value of public.log.line is not valid in character varying(200).
-- Hazard C403: cached plans that return public.log.line fail once.
ALTER TABLE public.log ALTER COLUMN line TYPE character varying(200);

-- Alters table column public.log.line.
-- Locks public.log (ACCESS EXCLUSIVE).
ALTER TABLE public.log ALTER COLUMN line SET STORAGE EXTERNAL;

-- Alters table column public.log.line.
-- Locks public.log (ACCESS EXCLUSIVE).
ALTER TABLE public.log ALTER COLUMN line SET COMPRESSION pglz;
