-- Undo: lossless

-- Creates table public.ledgers.
CREATE TABLE public.ledgers (
    id bigint NOT NULL,
    CONSTRAINT ledgers_pkey PRIMARY KEY (id)
);

-- Changes privileges on table public.ledgers.
REVOKE SELECT ON TABLE public.ledgers FROM reader;
