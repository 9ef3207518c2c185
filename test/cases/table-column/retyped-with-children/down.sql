-- Drops index public.log_at.
-- Locks public.log, public.log_25, public.log_26 (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.log_at, which queries on public.log may use.
DROP INDEX public.log_at;

-- Changes the type of table column public.log.id from bigint to integer.
-- Locks public.log, public.log_25, public.log_26 (ACCESS EXCLUSIVE). Rewrites public.log and public.log_25,
--   public.log_26.
-- Hazard A201, blocking: rewrites table public.log and its indexes: the type of column id becomes integer.
-- Hazard F304: fails if a value of public.log.id is not valid in integer.
-- Hazard C403: cached plans that return public.log.id fail once.
ALTER TABLE public.log ALTER COLUMN id TYPE integer;

-- Changes the type of table column public.parcel.weight from bigint to integer.
-- Locks public.parcel, public.heavy_parcel (ACCESS EXCLUSIVE). Rewrites public.parcel and public.heavy_parcel.
-- Hazard A201, blocking: rewrites table public.parcel and its indexes: the type of column weight becomes integer.
-- Hazard F304: fails if a value of public.parcel.weight is not valid in integer.
-- Hazard C403: cached plans that return public.parcel.weight fail once.
ALTER TABLE public.parcel ALTER COLUMN weight TYPE integer;

-- Alters table column public.parcel.weight.
-- Locks public.parcel, public.heavy_parcel (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.parcel.weight.
ALTER TABLE public.parcel ALTER COLUMN weight DROP NOT NULL;
