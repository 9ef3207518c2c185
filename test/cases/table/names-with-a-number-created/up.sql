-- Undo: lossless

-- Creates table public.credit_notes.
CREATE TABLE public.credit_notes (
    id integer,
    taxes_amount_cents bigint CONSTRAINT credit_notes_taxes_amount_cents_not_null1 NOT NULL
);

-- Creates table public.credit_notes_taxes.
CREATE TABLE public.credit_notes_taxes (
    id integer,
    amount_cents bigint NOT NULL
);

-- Creates table public.later.
CREATE TABLE public.later (
    id integer
);
