-- Undo: lossless

-- Ties sequence public.receipt_numbers to its column.
ALTER SEQUENCE public.receipt_numbers OWNED BY public.receipts.number;
