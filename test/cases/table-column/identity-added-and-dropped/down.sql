-- Column public.loans.id becomes an identity column; its sequence starts after the values there are.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.slips);

-- The sequence of public.loans.id goes on after the highest value in use.
-- Scans table column public.loans.id.
SELECT pg_catalog.setval('public.slips', max(id), true) FROM public.loans HAVING max(id) >= 1;

-- Alters table column public.loans.n.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the position of the sequence of public.loans.n.
ALTER TABLE public.loans ALTER COLUMN n DROP IDENTITY;
