-- Creates table public.loans.
CREATE TABLE public.loans (
    id bigint NOT NULL,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);

-- Creates view public.current_loans.
CREATE VIEW public.current_loans AS
 SELECT id
   FROM public.loans;
