-- Makes sequence public.receipt_numbers owned by no column.
ALTER SEQUENCE public.receipt_numbers OWNED BY NONE;
