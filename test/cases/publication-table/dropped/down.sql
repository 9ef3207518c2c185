-- Creates table public.returns.
CREATE TABLE public.returns (
    id bigint NOT NULL,
    CONSTRAINT returns_pkey PRIMARY KEY (id)
);

-- Creates publication table public.loans in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans;

-- Creates publication table public.returns in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.returns;
