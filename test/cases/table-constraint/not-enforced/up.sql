-- Undo: lossless

-- Drops table constraint few ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing few on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT few;

-- Recreates table constraint few ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Scans public.loans.
-- Hazard A202: reads all of public.loans under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.loans violates few.
ALTER TABLE public.loans ADD CONSTRAINT few CHECK ((days < 60)) NOT ENFORCED;
