-- Undo: lossless

-- Creates table public.loans.
CREATE TABLE public.loans (
    id integer
);

-- Changes privileges on table public.loans.
REVOKE ALL ON TABLE public.loans FROM reader;
