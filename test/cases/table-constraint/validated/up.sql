-- Undo: lossless

-- Alters table constraint loans_member ON public.loans.
-- Scans public.loans.
-- Hazard F303: fails if a row of public.loans violates loans_member.
ALTER TABLE public.loans VALIDATE CONSTRAINT loans_member;
