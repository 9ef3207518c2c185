-- Alters sequence public.receipt_numbers.
-- Locks public.receipt_numbers (SHARE ROW EXCLUSIVE).
ALTER SEQUENCE public.receipt_numbers AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- Alters sequence public.receipt_numbers.
ALTER SEQUENCE public.receipt_numbers OWNER TO postgres;

-- Changes privileges on sequence public.receipt_numbers.
-- Hazard S501: changes privileges on sequence public.receipt_numbers.
REVOKE USAGE ON SEQUENCE public.receipt_numbers FROM writer;

-- Removes the comment of sequence public.receipt_numbers.
COMMENT ON SEQUENCE public.receipt_numbers IS NULL;
