-- Undo: lossless

-- Creates table constraint visits_member_area_fkey ON public.visits.
-- Locks public.visits, public.visits_2024, public.members and 1 more (SHARE ROW EXCLUSIVE). Scans public.visits and
--   public.visits_2024.
-- Hazard A205: blocks writes to public.visits and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of public.visits has no matching row in the referenced table.
ALTER TABLE public.visits ADD CONSTRAINT visits_member_area_fkey FOREIGN KEY (member, area) REFERENCES public.members(id, area);
