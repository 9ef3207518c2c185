-- Drops table column public.books.n.
-- Locks public.books (ACCESS EXCLUSIVE). Loses the values of public.books.n.
-- Hazard D102, blocking: drops column public.books.n with its values.
ALTER TABLE public.books DROP COLUMN n;

-- Creates table public.loans.
CREATE TABLE public.loans (
    id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.numbers) NOT NULL,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);
