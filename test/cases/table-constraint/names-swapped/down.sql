-- Drops table constraint one ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing one on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT one;

-- Drops table constraint other ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing other on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT other;

-- Recreates table constraint one ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Scans public.loans.
-- Hazard A202: reads all of public.loans under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.loans violates one.
ALTER TABLE public.loans ADD CONSTRAINT one CHECK ((a > 0));

-- Recreates table constraint other ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Scans public.loans.
-- Hazard A202: reads all of public.loans under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.loans violates other.
ALTER TABLE public.loans ADD CONSTRAINT other CHECK ((b > 1));
