-- Undo: loses data:
--   the rows of table public.branches
--   the rows of table public.staff

-- Drops table constraint branches_head_fkey ON public.branches.
-- Locks public.branches, public.staff (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing branches_head_fkey on public.branches.
ALTER TABLE public.branches DROP CONSTRAINT branches_head_fkey;

-- Drops table constraint staff_branch_fkey ON public.staff.
-- Locks public.staff, public.branches (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing staff_branch_fkey on public.staff.
ALTER TABLE public.staff DROP CONSTRAINT staff_branch_fkey;

-- Drops table public.branches.
-- Locks public.branches, public.staff (ACCESS EXCLUSIVE). Loses the rows of table public.branches.
-- Hazard D101, blocking: drops table public.branches with its rows.
DROP TABLE public.branches;

-- Drops table public.staff.
-- Locks public.staff, public.branches (ACCESS EXCLUSIVE). Loses the rows of table public.staff.
-- Hazard D101, blocking: drops table public.staff with its rows.
DROP TABLE public.staff;
