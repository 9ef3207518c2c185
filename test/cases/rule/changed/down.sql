-- Alters rule keep ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
CREATE OR REPLACE RULE keep AS
    ON DELETE TO public.loans DO INSTEAD NOTHING;

-- Alters rule quiet ON public.loans.
-- Locks public.loans (SHARE ROW EXCLUSIVE).
ALTER TABLE public.loans ENABLE RULE quiet;
