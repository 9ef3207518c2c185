-- Drops table constraint one ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: public.loans no longer enforces one.
ALTER TABLE public.loans DROP CONSTRAINT one;

-- Drops table constraint other ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: public.loans no longer enforces other.
ALTER TABLE public.loans DROP CONSTRAINT other;

-- Makes again table constraint one ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Scans public.loans.
-- Hazard A202: reads all of public.loans under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.loans breaks one.
ALTER TABLE public.loans ADD CONSTRAINT one CHECK ((a > 0));

-- Makes again table constraint other ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Scans public.loans.
-- Hazard A202: reads all of public.loans under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.loans breaks other.
ALTER TABLE public.loans ADD CONSTRAINT other CHECK ((b > 1));
