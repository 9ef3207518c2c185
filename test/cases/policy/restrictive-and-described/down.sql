-- Drops policy own ON public.notes.
-- Locks public.notes (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.notes policy own lets roles read or write.
DROP POLICY own ON public.notes;

-- Recreates policy own ON public.notes.
-- Locks public.notes (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.notes policy own lets roles read or write.
CREATE POLICY own ON public.notes
    USING ((author = CURRENT_USER));
