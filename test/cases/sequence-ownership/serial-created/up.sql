-- Undo: lossless

-- Creates sequence public.receipts_number_seq.
CREATE SEQUENCE public.receipts_number_seq AS integer;

-- Creates table public.receipts.
CREATE TABLE public.receipts (
    number integer DEFAULT nextval('public.receipts_number_seq'::regclass) NOT NULL,
    total numeric(10,2) NOT NULL,
    CONSTRAINT receipts_pkey PRIMARY KEY (number)
);

-- Ties sequence public.receipts_number_seq to its column.
ALTER SEQUENCE public.receipts_number_seq OWNED BY public.receipts.number;
