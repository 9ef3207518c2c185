-- Undo: loses data:
--   the values of public.receipts.number

-- Drops table column public.receipts.number.
-- Locks public.receipts (ACCESS EXCLUSIVE). Loses the values of public.receipts.number.
-- Hazard D102, blocking: drops column public.receipts.number with its values.
ALTER TABLE public.receipts DROP COLUMN number;
