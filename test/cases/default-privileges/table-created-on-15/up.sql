-- Undo: lossless

-- Creates table public.loans.
CREATE TABLE public.loans (
    id integer
);

-- Sets who may use public.loans.
REVOKE ALL ON TABLE public.loans FROM reader;
