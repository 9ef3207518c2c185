-- Undo: lossless

-- Creates table constraint sized ON public.log.
-- Locks public.log (ACCESS EXCLUSIVE).
-- Hazard F306: updates of rows of public.log that break sized fail from now on.
ALTER TABLE public.log ADD CONSTRAINT sized CHECK ((size > 0)) NOT VALID;

-- Sets properties of table constraint sized ON public.log_1.
-- Scans public.log_1.
-- Hazard F303: fails if a row of public.log_1 breaks sized.
ALTER TABLE public.log_1 VALIDATE CONSTRAINT sized;
