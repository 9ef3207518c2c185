-- Undo: lossless

-- Creates table constraint loans_id ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard F306: updates fail on rows of public.loans that violate loans_id.
ALTER TABLE public.loans ADD CONSTRAINT loans_id CHECK ((id > 0)) NOT VALID;

-- Creates table constraint loans_member ON public.loans.
-- Locks public.loans, public.members (SHARE ROW EXCLUSIVE).
ALTER TABLE public.loans ADD CONSTRAINT loans_member FOREIGN KEY (member) REFERENCES public.members(id) NOT VALID;
