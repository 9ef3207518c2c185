-- Makes table column public.loans.id an identity column.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.slips);

-- Sets the sequence of public.loans.id to continue after the highest existing value.
-- Scans public.loans.
SELECT pg_catalog.setval('public.slips', max(id), true) FROM public.loans HAVING max(id) >= 1;

-- Alters table column public.loans.n.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the position of the sequence of public.loans.n.
ALTER TABLE public.loans ALTER COLUMN n DROP IDENTITY;
