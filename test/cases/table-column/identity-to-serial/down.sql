-- Drops default value public.loans.id.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN id DROP DEFAULT;

-- Drops sequence public.loans_id_seq.
-- Locks public.loans_id_seq (ACCESS EXCLUSIVE). Loses the position of sequence public.loans_id_seq.
-- Hazard D105, blocking: drops sequence public.loans_id_seq and its position.
DROP SEQUENCE public.loans_id_seq;

-- Makes table column public.loans.id an identity column, whose sequence starts after the existing values.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- Sets the sequence of public.loans.id to continue after the highest existing value.
-- Scans table column public.loans.id.
SELECT pg_catalog.setval('public.loans_id_seq', max(id), true) FROM public.loans HAVING max(id) >= 1;
