-- Undo: lossless

-- Alters sequence ownership public.receipt_numbers.
ALTER SEQUENCE public.receipt_numbers OWNED BY public.receipts.copy;
