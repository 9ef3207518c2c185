-- Creates table public.loans.
CREATE TABLE public.loans (
    id bigint NOT NULL,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);

-- Adds table public.loans to publication outside.
-- Hazard C409: changes what publication outside publishes.
ALTER PUBLICATION outside ADD TABLE ONLY public.loans;
