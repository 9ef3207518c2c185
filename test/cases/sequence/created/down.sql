-- Drops default value public.receipts.number.
-- Locks public.receipts (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.receipts ALTER COLUMN number DROP DEFAULT;

-- Drops sequence public.receipt_numbers.
-- Locks public.receipt_numbers (ACCESS EXCLUSIVE). Loses the position of sequence public.receipt_numbers.
-- Hazard D105, blocking: drops sequence public.receipt_numbers and its position.
DROP SEQUENCE public.receipt_numbers;
