-- Undo: lossless

-- Creates sequence public.receipt_numbers.
CREATE SEQUENCE public.receipt_numbers AS integer INCREMENT BY 10 START WITH 1000 CACHE 5;

-- Creates default value public.receipts.number.
-- Locks public.receipts (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.receipts ALTER COLUMN number SET DEFAULT nextval('public.receipt_numbers'::regclass);
