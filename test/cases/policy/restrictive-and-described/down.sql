-- Drops policy own ON public.notes.
-- Locks public.notes (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.notes policy own shows or accepts.
DROP POLICY own ON public.notes;

-- Makes again policy own ON public.notes.
-- Locks public.notes (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.notes policy own shows or accepts.
CREATE POLICY own ON public.notes
    USING ((author = CURRENT_USER));
