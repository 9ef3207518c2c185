-- Alters table column public.loans.id.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ALTER COLUMN id SET GENERATED ALWAYS;

-- Alters table column public.loans.id.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ALTER COLUMN id SET INCREMENT BY 1 SET START WITH 1 SET CACHE 1 SET NO CYCLE;
