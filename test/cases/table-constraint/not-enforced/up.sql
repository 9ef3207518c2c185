-- Undo: lossless

-- Drops table constraint few ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing few on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT few;

-- Recreates table constraint few ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ADD CONSTRAINT few CHECK ((days < 60)) NOT ENFORCED;
