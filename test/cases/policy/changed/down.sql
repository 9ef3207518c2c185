-- Drops policy add ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy add shows or accepts.
DROP POLICY add ON public.loans;

-- Alters policy own ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy own shows or accepts.
ALTER POLICY own ON public.loans
    TO reader
    USING ((member = CURRENT_USER));

-- Alters policy twofold ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy twofold shows or accepts.
ALTER POLICY twofold ON public.loans
    WITH CHECK ((id > 1));

-- Makes again policy add ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy add shows or accepts.
CREATE POLICY add ON public.loans
    FOR INSERT
    TO writer
    WITH CHECK ((member <> ''::text));
