-- Drops view public.longest_ever.
-- Locks public.longest_ever (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.longest_ever fail.
DROP VIEW public.longest_ever;

-- Drops function public.longest().
-- Hazard C402: callers of public.longest() fail.
DROP FUNCTION public.longest();

-- Changes the type of table column public.loans.days from bigint to integer.
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans and its indexes: the type of column days becomes integer.
-- Hazard F304: fails if a value of public.loans.days is not valid in integer.
-- Hazard C403: cached plans that return public.loans.days fail once.
ALTER TABLE public.loans ALTER COLUMN days TYPE integer;

-- Recreates function public.longest().
CREATE FUNCTION public.longest()
 RETURNS TABLE(n integer)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT max(loans.days) AS max
    FROM public.loans;
END;

-- Recreates view public.longest_ever.
-- Hazard C406: changes what view public.longest_ever returns.
CREATE VIEW public.longest_ever AS
 SELECT n
   FROM public.longest() longest(n);
