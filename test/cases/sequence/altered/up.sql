-- Undo: lossless

-- Alters sequence public.receipt_numbers.
-- Locks public.receipt_numbers (SHARE ROW EXCLUSIVE).
ALTER SEQUENCE public.receipt_numbers AS integer INCREMENT BY 5 MINVALUE 0 MAXVALUE 99999 START WITH 5 CACHE 20 CYCLE;

-- Alters sequence public.receipt_numbers.
ALTER SEQUENCE public.receipt_numbers OWNER TO keeper;

-- Changes privileges on sequence public.receipt_numbers.
-- Hazard S501: changes privileges on sequence public.receipt_numbers.
GRANT USAGE ON SEQUENCE public.receipt_numbers TO writer;

-- Sets the comment of sequence public.receipt_numbers.
COMMENT ON SEQUENCE public.receipt_numbers IS 'Of the till';
