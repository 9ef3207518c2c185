-- Undo: lossless

-- Creates policy "see own" ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy "see own" lets roles read or write.
CREATE POLICY "see own" ON public.loans
    FOR SELECT
    TO reader, writer
    USING ((member = CURRENT_USER));

-- Creates policy add ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy add lets roles read or write.
CREATE POLICY add ON public.loans
    AS RESTRICTIVE
    FOR INSERT
    TO writer
    WITH CHECK ((member <> ''::text));

-- Sets the comment of policy add ON public.loans.
COMMENT ON POLICY add ON public.loans IS 'Nobody lends to nobody';
