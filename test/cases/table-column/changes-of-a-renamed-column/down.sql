-- Alters table column public.bills.total.
-- Locks public.bills (ACCESS EXCLUSIVE).
ALTER TABLE public.bills ALTER COLUMN total DROP NOT NULL;

-- Alters table column public.bills.total.
-- Locks public.bills (ACCESS EXCLUSIVE).
ALTER TABLE public.bills ADD CONSTRAINT bills_sum_not_null NOT NULL total NOT VALID;

-- Alters table column public.bills.total.
COMMENT ON CONSTRAINT bills_sum_not_null ON public.bills IS NULL;

-- Alters table column public.bills.number.
-- Hazard S501: changes privileges on the sequence of public.bills.number.
REVOKE USAGE ON SEQUENCE public.bills_id_seq FROM reader;

-- Alters table column public.bills.number.
COMMENT ON SEQUENCE public.bills_id_seq IS NULL;

-- Alters table column public.bills.other.
-- Locks public.bills (ACCESS EXCLUSIVE).
ALTER SEQUENCE public.renamed RENAME TO by_hand;
