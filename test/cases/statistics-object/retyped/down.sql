-- Changes the type of table column public.log.n from bigint to integer.
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
-- Hazard A201, blocking: rewrites table public.log and its indexes: the type of column n becomes integer.
-- Hazard F304: fails if a value of public.log.n is not valid in integer.
-- Hazard C403: cached plans that return public.log.n fail once.
ALTER TABLE public.log ALTER COLUMN n TYPE integer;

-- Changes the type of table column public.log.code from character varying(20) to character varying(10).
-- Locks public.log (ACCESS EXCLUSIVE). Rewrites public.log.
-- Hazard A201, blocking: rewrites table public.log and its indexes: the type of column code becomes character varying(10).
-- Hazard F304: fails if a value of public.log.code is not valid in character varying(10).
-- Hazard C403: cached plans that return public.log.code fail once.
ALTER TABLE public.log ALTER COLUMN code TYPE character varying(10);

-- Alters statistics object public.codes.
ALTER STATISTICS public.codes SET STATISTICS 30;

-- Sets properties of statistics object public.pair again, which PostgreSQL forgets when a column's type changes.
ALTER STATISTICS public.pair SET STATISTICS 400;

-- Sets properties of statistics object public.pair again, which PostgreSQL forgets when a column's type changes.
ALTER STATISTICS public.pair OWNER TO keeper;
