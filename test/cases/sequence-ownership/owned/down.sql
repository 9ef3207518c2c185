-- Frees sequence public.receipt_numbers from its column.
ALTER SEQUENCE public.receipt_numbers OWNED BY NONE;
