-- Drops table constraint few ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: public.loans no longer enforces few.
ALTER TABLE public.loans DROP CONSTRAINT few;

-- Makes again table constraint few ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Scans public.loans.
-- Hazard A202: reads all of public.loans under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.loans breaks few.
ALTER TABLE public.loans ADD CONSTRAINT few CHECK ((days < 60));
