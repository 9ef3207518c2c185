-- Drops table constraint days_bounded ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing days_bounded on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT days_bounded;

-- Creates table constraint days_positive ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Scans public.loans.
-- Hazard A202: reads all of public.loans under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.loans violates days_positive.
ALTER TABLE public.loans ADD CONSTRAINT days_positive CHECK ((days > 0));
