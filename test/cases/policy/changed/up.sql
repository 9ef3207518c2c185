-- Undo: lossless

-- Drops policy add ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy add lets roles read or write.
DROP POLICY add ON public.loans;

-- Drops policy twofold ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy twofold lets roles read or write.
DROP POLICY twofold ON public.loans;

-- Alters policy own ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy own lets roles read or write.
ALTER POLICY own ON public.loans
    TO auditor, reader
    USING ((member = SESSION_USER));

-- Recreates policy add ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy add lets roles read or write.
CREATE POLICY add ON public.loans
    FOR UPDATE
    TO writer
    WITH CHECK ((member <> ''::text));

-- Recreates policy twofold ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy twofold lets roles read or write.
CREATE POLICY twofold ON public.loans
    FOR UPDATE
    USING ((id > 0));
