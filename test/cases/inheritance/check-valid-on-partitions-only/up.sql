-- Undo: lossless

-- Creates table constraint sized ON public.log.
-- Locks public.log (ACCESS EXCLUSIVE).
-- Hazard F306: updates fail on rows of public.log that violate sized.
ALTER TABLE public.log ADD CONSTRAINT sized CHECK ((size > 0)) NOT VALID;

-- Sets properties of table constraint sized ON public.log_1 that its CREATE statement can't set.
-- Scans public.log_1.
-- Hazard F303: fails if a row of public.log_1 violates sized.
ALTER TABLE public.log_1 VALIDATE CONSTRAINT sized;
