-- Creates table public.loans.
CREATE TABLE public.loans (
    id bigint NOT NULL,
    CONSTRAINT loans_pkey PRIMARY KEY (id)
);

-- Publication outside sends public.loans from now on.
-- Hazard C409: changes what publication outside sends.
ALTER PUBLICATION outside ADD TABLE ONLY public.loans;
