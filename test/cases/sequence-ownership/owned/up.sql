-- Undo: lossless

-- Makes sequence public.receipt_numbers owned by column public.receipts.number.
ALTER SEQUENCE public.receipt_numbers OWNED BY public.receipts.number;
