-- Undo: lossless

-- Alters table column public.bills.total.
-- Scans public.bills.
-- Hazard F301: fails if public.bills.total contains a null.
ALTER TABLE public.bills VALIDATE CONSTRAINT bills_sum_not_null;

-- Alters table column public.bills.total.
COMMENT ON CONSTRAINT bills_sum_not_null ON public.bills IS 'a bill has a total';

-- Alters table column public.bills.number.
-- Hazard S501: changes privileges on the sequence of public.bills.number.
GRANT USAGE ON SEQUENCE public.bills_id_seq TO reader;

-- Alters table column public.bills.number.
COMMENT ON SEQUENCE public.bills_id_seq IS 'numbers of bills';

-- Alters table column public.bills.other.
-- Locks public.bills (ACCESS EXCLUSIVE).
ALTER SEQUENCE public.by_hand RENAME TO renamed;
