-- Undo: loses data:
--   the position of the sequence of public.loans.id

-- Alters table column public.loans.id.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the position of the sequence of public.loans.id.
ALTER TABLE public.loans ALTER COLUMN id DROP IDENTITY;

-- Makes table column public.loans.n an identity column.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY (START WITH 1000);

-- Sets the sequence of public.loans.n to continue after the highest existing value.
-- Scans public.loans.
SELECT pg_catalog.setval('public.loans_n_seq', max(n), true) FROM public.loans HAVING max(n) >= 1000;
