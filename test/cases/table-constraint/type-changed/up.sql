-- Undo: lossless

-- Drops table constraint badges_number ON public.badges.
-- Locks public.badges (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing badges_number on public.badges.
ALTER TABLE public.badges DROP CONSTRAINT badges_number;

-- Recreates table constraint badges_number ON public.badges.
-- Locks public.badges (ACCESS EXCLUSIVE). Builds an index over public.badges.
-- Hazard A203: builds an index on public.badges under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.badges contains duplicates.
ALTER TABLE public.badges ADD CONSTRAINT badges_number UNIQUE (number);
