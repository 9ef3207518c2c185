-- Creates table public.returns.
CREATE TABLE public.returns (
    id bigint NOT NULL,
    CONSTRAINT returns_pkey PRIMARY KEY (id)
);

-- Publication desk sends public.loans from now on.
-- Hazard C409: changes what publication desk sends.
-- Hazard C411: updates and deletes fail on public.loans unless it has a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans;

-- Publication desk sends public.returns from now on.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.returns;
