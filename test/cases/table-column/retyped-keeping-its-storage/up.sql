-- Undo: loses data:
--   what of public.log.line does not fit character varying(200)

-- public.log.line: text becomes character varying(200).
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log. Loses what of public.log.line does not fit character
--   varying(200).
-- Hazard A201, blocking: rewrites table public.log and its indexes: column line becomes character varying(200).
-- Hazard D104, blocking: values of public.log.line may not fit character varying(200).
-- Hazard C403: cached plans that return public.log.line fail once.
ALTER TABLE public.log ALTER COLUMN line TYPE character varying(200);

-- Alters table column public.log.line.
-- Locks public.log (ACCESS EXCLUSIVE).
ALTER TABLE public.log ALTER COLUMN line SET STORAGE EXTERNAL;

-- Alters table column public.log.line.
-- Locks public.log (ACCESS EXCLUSIVE).
ALTER TABLE public.log ALTER COLUMN line SET COMPRESSION pglz;
