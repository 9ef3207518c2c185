-- Undo: lossless

-- Changes the type of table column public.log.id from integer to bigint.
-- Locks public.log, public.log_25, public.log_26 (ACCESS EXCLUSIVE). Rewrites public.log and public.log_25,
--   public.log_26.
-- Hazard A201, blocking: rewrites table public.log and its indexes: the type of column id becomes bigint.
-- Hazard C403: cached plans that return public.log.id fail once.
ALTER TABLE public.log ALTER COLUMN id TYPE bigint;

-- Creates index public.log_at.
-- Locks public.log, public.log_25, public.log_26 (SHARE). Builds an index over public.log and public.log_25,
--   public.log_26.
-- Hazard A203: blocks writes to public.log while the index is built.
CREATE INDEX log_at ON public.log USING btree (at);

-- Changes the type of table column public.parcel.weight from integer to bigint.
-- Locks public.parcel, public.heavy_parcel (ACCESS EXCLUSIVE). Rewrites public.parcel and public.heavy_parcel.
-- Hazard A201, blocking: rewrites table public.parcel and its indexes: the type of column weight becomes bigint.
-- Hazard C403: cached plans that return public.parcel.weight fail once.
ALTER TABLE public.parcel ALTER COLUMN weight TYPE bigint;

-- Alters table column public.parcel.weight.
-- Locks public.parcel, public.heavy_parcel (ACCESS EXCLUSIVE). Scans public.parcel and public.heavy_parcel.
-- Hazard A202: reads all of public.parcel under an ACCESS EXCLUSIVE lock to check that weight contains no null.
-- Hazard F301: fails if public.parcel.weight contains a null.
ALTER TABLE public.parcel ALTER COLUMN weight SET NOT NULL;
