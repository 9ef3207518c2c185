-- Creates sequence public.receipts_number_seq.
CREATE SEQUENCE public.receipts_number_seq AS integer;

-- Creates table column public.receipts.number.
-- Locks public.receipts (ACCESS EXCLUSIVE).
ALTER TABLE public.receipts ADD COLUMN number integer DEFAULT nextval('public.receipts_number_seq'::regclass) NOT NULL;

-- Makes sequence public.receipts_number_seq owned by column public.receipts.number.
ALTER SEQUENCE public.receipts_number_seq OWNED BY public.receipts.number;
