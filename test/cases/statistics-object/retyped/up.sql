-- Undo: lossless

-- Changes the type of table column public.log.n from integer to bigint.
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
-- Hazard A201, blocking: rewrites table public.log and its indexes: the type of column n becomes bigint.
-- Hazard C403: cached plans that return public.log.n fail once.
ALTER TABLE public.log ALTER COLUMN n TYPE bigint;

-- Changes the type of table column public.log.code from character varying(10) to character varying(20).
-- Locks public.log (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.log.code fail once.
ALTER TABLE public.log ALTER COLUMN code TYPE character varying(20);

-- Alters statistics object public.codes.
ALTER STATISTICS public.codes SET STATISTICS 60;

-- Sets properties of statistics object public.pair again, which PostgreSQL forgets when a column's type changes.
ALTER STATISTICS public.pair SET STATISTICS 400;

-- Sets properties of statistics object public.pair again, which PostgreSQL forgets when a column's type changes.
ALTER STATISTICS public.pair OWNER TO keeper;
