-- Creates table public.loans.
CREATE TABLE public.loans (
    id bigint NOT NULL,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);

-- Creates publication table public.loans in outside.
-- Hazard C409: changes what publication outside sends.
ALTER PUBLICATION outside ADD TABLE ONLY public.loans;
