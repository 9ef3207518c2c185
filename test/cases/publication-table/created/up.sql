-- Undo: lossless

-- Creates table public."Returned Books".
CREATE TABLE public."Returned Books" (
    id bigint NOT NULL,
    "At" date,
    CONSTRAINT "Returned Books_pkey" PRIMARY KEY (id)
);

-- Creates publication table public."Returned Books" in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public."Returned Books" (id, "At");

-- Creates publication table public.loans in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans (id, due) WHERE ((id > 10));

-- Creates publication table public.log in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk ADD TABLE ONLY public.log;

-- Creates publication table public.log in inserts.
-- Hazard C409: changes what publication inserts sends.
ALTER PUBLICATION inserts ADD TABLE ONLY public.log;
