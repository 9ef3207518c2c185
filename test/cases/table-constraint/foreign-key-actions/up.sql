-- Undo: lossless

-- Drops table constraint loans_member_fkey ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE), public.members (ACCESS EXCLUSIVE).
-- Hazard C408: public.loans no longer enforces loans_member_fkey.
ALTER TABLE public.loans DROP CONSTRAINT loans_member_fkey;

-- Makes again table constraint loans_member_fkey ON public.loans.
-- Locks public.loans (SHARE ROW EXCLUSIVE), public.members (SHARE ROW EXCLUSIVE). Scans public.loans.
-- Hazard A205: blocks writes to public.loans and to the table it references while rows are checked.
-- Hazard F303: fails if a row of public.loans references nothing.
ALTER TABLE public.loans ADD CONSTRAINT loans_member_fkey FOREIGN KEY (member) REFERENCES public.members(id) ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;
