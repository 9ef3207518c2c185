-- Undo: lossless

-- Drops policy add ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy add shows or accepts.
DROP POLICY add ON public.loans;

-- Drops policy twofold ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy twofold shows or accepts.
DROP POLICY twofold ON public.loans;

-- Alters policy own ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy own shows or accepts.
ALTER POLICY own ON public.loans
    TO auditor, reader
    USING ((member = SESSION_USER));

-- Makes again policy add ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy add shows or accepts.
CREATE POLICY add ON public.loans
    FOR UPDATE
    TO writer
    WITH CHECK ((member <> ''::text));

-- Makes again policy twofold ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy twofold shows or accepts.
CREATE POLICY twofold ON public.loans
    FOR UPDATE
    USING ((id > 0));
