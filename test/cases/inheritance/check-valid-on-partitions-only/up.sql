-- Undo: lossless

-- Creates table constraint sized ON public.log.
-- Locks public.log, public.log_1 (ACCESS EXCLUSIVE).
-- Hazard F306: updates fail on rows of public.log that violate sized.
ALTER TABLE public.log ADD CONSTRAINT sized CHECK ((size > 0)) NOT VALID;
