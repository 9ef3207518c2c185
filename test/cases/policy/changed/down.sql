-- Drops policy add ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy add lets roles read or write.
DROP POLICY add ON public.loans;

-- Alters policy own ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy own lets roles read or write.
ALTER POLICY own ON public.loans
    TO reader
    USING ((member = CURRENT_USER));

-- Alters policy twofold ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy twofold lets roles read or write.
ALTER POLICY twofold ON public.loans
    WITH CHECK ((id > 1));

-- Recreates policy add ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy add lets roles read or write.
CREATE POLICY add ON public.loans
    FOR INSERT
    TO writer
    WITH CHECK ((member <> ''::text));
