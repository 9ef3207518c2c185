-- Undo: lossless

-- Creates table public.credit_notes.
CREATE TABLE public.credit_notes (
    id integer,
    taxes_amount_cents bigint NOT NULL
);
