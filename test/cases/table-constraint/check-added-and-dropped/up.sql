-- Undo: lossless

-- Drops table constraint days_positive ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing days_positive on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT days_positive;

-- Creates table constraint days_bounded ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Scans public.loans.
-- Hazard A202: reads all of public.loans under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.loans violates days_bounded.
ALTER TABLE public.loans ADD CONSTRAINT days_bounded CHECK (((days >= 1) AND (days <= 60))) NO INHERIT;

-- Sets the comment of table constraint days_bounded ON public.loans.
COMMENT ON CONSTRAINT days_bounded ON public.loans IS 'House rules';
