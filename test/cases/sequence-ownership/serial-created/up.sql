-- Undo: lossless

-- Creates sequence public.receipts_number_seq.
CREATE SEQUENCE public.receipts_number_seq AS integer;

-- Creates table public.receipts.
CREATE TABLE public.receipts (
    number integer DEFAULT nextval('public.receipts_number_seq'::regclass) NOT NULL,
    total numeric(10,2) NOT NULL,
    CONSTRAINT receipts_pkey PRIMARY KEY (number)
);

-- Makes sequence public.receipts_number_seq owned by column public.receipts.number.
ALTER SEQUENCE public.receipts_number_seq OWNED BY public.receipts.number;
