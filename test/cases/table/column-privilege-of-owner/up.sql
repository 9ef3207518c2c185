-- Undo: lossless

-- Creates table public.loans.
CREATE TABLE public.loans (
    id bigint NOT NULL,
    note text,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);

-- Changes the owner of table public.loans to keeper.
ALTER TABLE public.loans OWNER TO keeper;

-- Changes privileges on table column public.loans.note.
GRANT UPDATE (note) ON TABLE public.loans TO keeper;
