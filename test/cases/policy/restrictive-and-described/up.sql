-- Undo: lossless

-- Drops policy own ON public.notes.
-- Locks public.notes (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.notes policy own lets roles read or write.
DROP POLICY own ON public.notes;

-- Recreates policy own ON public.notes.
-- Locks public.notes (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.notes policy own lets roles read or write.
CREATE POLICY own ON public.notes
    AS RESTRICTIVE
    USING ((author = CURRENT_USER));

-- Sets the comment of policy own ON public.notes.
COMMENT ON POLICY own ON public.notes IS 'Everybody has notes of their own';
