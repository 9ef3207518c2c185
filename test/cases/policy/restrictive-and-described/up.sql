-- Undo: lossless

-- Drops policy own ON public.notes.
-- Locks public.notes (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.notes policy own shows or accepts.
DROP POLICY own ON public.notes;

-- Makes again policy own ON public.notes.
-- Locks public.notes (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.notes policy own shows or accepts.
CREATE POLICY own ON public.notes
    AS RESTRICTIVE
    USING ((author = CURRENT_USER));

-- Describes policy own ON public.notes.
COMMENT ON POLICY own ON public.notes IS 'Everybody has notes of their own';
