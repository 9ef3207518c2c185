-- Drops policy short ON public.loans, because table column public.loans.days changes.
-- Locks public.loans (ACCESS EXCLUSIVE).
DROP POLICY short ON public.loans;

-- Drops rule long ON public.loans, because table column public.loans.days changes.
-- Locks public.loans (ACCESS EXCLUSIVE).
DROP RULE long ON public.loans;

-- Drops trigger noted ON public.loans, because table column public.loans.days changes.
-- Locks public.loans (ACCESS EXCLUSIVE).
DROP TRIGGER noted ON public.loans;

-- Drops table column public.loans.late, because table column public.loans.days changes.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans DROP COLUMN late;

-- Changes the type of table column public.loans.days from bigint to integer.
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans and its indexes: the type of column days becomes integer.
-- Hazard F304: fails if a value of public.loans.days is not valid in integer.
-- Hazard C403: cached plans that return public.loans.days fail once.
ALTER TABLE public.loans ALTER COLUMN days TYPE integer;

-- Recreates table column public.loans.late, because table column public.loans.days changes.
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans to fill column late.
ALTER TABLE public.loans ADD COLUMN late boolean GENERATED ALWAYS AS ((days > 14)) STORED;

-- Recreates trigger noted ON public.loans, because table column public.loans.days changes.
-- Locks public.loans (SHARE ROW EXCLUSIVE).
CREATE TRIGGER noted BEFORE UPDATE OF days ON public.loans FOR EACH ROW WHEN ((old.days < new.days)) EXECUTE FUNCTION public.note();

-- Recreates rule long ON public.loans, because table column public.loans.days changes.
-- Locks public.loans (ACCESS EXCLUSIVE).
CREATE RULE long AS
    ON INSERT TO public.loans
   WHERE (new.days > 60) DO INSTEAD NOTHING;

-- Recreates policy short ON public.loans, because table column public.loans.days changes.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy short lets roles read or write.
CREATE POLICY short ON public.loans
    USING ((days < 60));
