-- Undo: lossless

-- Creates table public."Returned Books".
CREATE TABLE public."Returned Books" (
    id bigint NOT NULL,
    "At" date,
    CONSTRAINT "Returned Books_pkey" PRIMARY KEY (id)
);

-- Publication desk sends public."Returned Books" from now on.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public."Returned Books" (id, "At");

-- Publication desk sends public.loans from now on.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans (id, due) WHERE ((id > 10));

-- Publication desk sends public.log from now on.
-- Hazard C409: changes what publication desk sends.
-- Hazard C411: updates and deletes fail on public.log unless it has a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLE ONLY public.log;

-- Publication inserts sends public.log from now on.
-- Hazard C409: changes what publication inserts sends.
ALTER PUBLICATION inserts ADD TABLE ONLY public.log;
