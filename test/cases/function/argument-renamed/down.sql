-- Drops view public.fees, because function public.fee(integer) changes.
-- Locks public.fees (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.fees fail.
DROP VIEW public.fees;

-- Drops table constraint loans_days_check ON public.loans, because function public.fee(integer) changes.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing loans_days_check on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT loans_days_check;

-- Drops function public.fee(integer).
DROP FUNCTION public.fee(integer);

-- Recreates function public.fee(integer).
CREATE FUNCTION public.fee(days integer)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT days * 0.10 $function$;

-- Recreates table constraint loans_days_check ON public.loans, because function public.fee(integer) changes.
-- Locks public.loans (ACCESS EXCLUSIVE). Scans public.loans.
-- Hazard A202: reads all of public.loans under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.loans violates loans_days_check.
ALTER TABLE public.loans ADD CONSTRAINT loans_days_check CHECK ((public.fee(days) < (100)::numeric));

-- Recreates view public.fees, because function public.fee(integer) changes.
CREATE VIEW public.fees AS
 SELECT id,
    public.fee(days) AS fee
   FROM public.loans;

-- Changes privileges on view public.fees.
GRANT SELECT ON TABLE public.fees TO reader;
