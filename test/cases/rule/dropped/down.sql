-- Creates rule keep ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
CREATE RULE keep AS
    ON DELETE TO public.loans DO INSTEAD NOTHING;
