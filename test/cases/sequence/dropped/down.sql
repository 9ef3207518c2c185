-- Creates sequence public.receipt_numbers.
CREATE SEQUENCE public.receipt_numbers;

-- Creates default value public.receipts.number.
-- Locks public.receipts (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.receipts ALTER COLUMN number SET DEFAULT nextval('public.receipt_numbers'::regclass);
