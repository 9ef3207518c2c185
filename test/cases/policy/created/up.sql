-- Undo: lossless

-- Creates policy "see own" ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy "see own" shows or accepts.
CREATE POLICY "see own" ON public.loans
    FOR SELECT
    TO reader, writer
    USING ((member = CURRENT_USER));

-- Creates policy add ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy add shows or accepts.
CREATE POLICY add ON public.loans
    AS RESTRICTIVE
    FOR INSERT
    TO writer
    WITH CHECK ((member <> ''::text));

-- Describes policy add ON public.loans.
COMMENT ON POLICY add ON public.loans IS 'Nobody lends to nobody';
