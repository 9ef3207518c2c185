-- Drops default value public.loans.id.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.loans ALTER COLUMN id DROP DEFAULT;

-- Renames the former sequence of public.loans.id, whose position its successor takes over.
ALTER SEQUENCE public.loans_id_seq RENAME TO loans_id_seq__before;

-- Makes table column public.loans.id an identity column.
-- Locks public.loans (ACCESS EXCLUSIVE).
ALTER TABLE public.loans ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- Sets the new sequence of public.loans.id to the position of the former one.
SELECT pg_catalog.setval('public.loans_id_seq', last_value, is_called) FROM public.loans_id_seq__before;

-- Drops the former sequence of public.loans.id.
DROP SEQUENCE public.loans_id_seq__before;
