-- Drops default value public.loans.id.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN id DROP DEFAULT;

-- Drops sequence public.loans_id_seq.
-- Locks public.loans_id_seq (ACCESS EXCLUSIVE). Loses the position of sequence public.loans_id_seq.
-- Hazard D105, blocking: drops sequence public.loans_id_seq and its position.
DROP SEQUENCE public.loans_id_seq;

-- Column public.loans.id becomes an identity column; its sequence starts after the values there are.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- The sequence of public.loans.id goes on after the highest value in use.
-- Scans table column public.loans.id.
SELECT pg_catalog.setval('public.loans_id_seq', max(id), true) FROM public.loans HAVING max(id) >= 1;
