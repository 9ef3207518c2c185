-- Undo: lossless

-- Creates table public."Returned Books".
CREATE TABLE public."Returned Books" (
    id bigint NOT NULL,
    "At" date,
    CONSTRAINT "Returned Books_pkey" PRIMARY KEY (id)
);

-- Adds table public."Returned Books" to publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk ADD TABLE ONLY public."Returned Books" ("At", id);

-- Adds table public.loans to publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk ADD TABLE ONLY public.loans (due, id) WHERE ((id > 10));

-- Adds table public.log to publication desk.
-- Hazard C409: changes what publication desk publishes.
-- Hazard C411: updates and deletes fail on table public.log unless it has a primary key or another replica identity.
ALTER PUBLICATION desk ADD TABLE ONLY public.log;

-- Adds table public.log to publication inserts.
-- Hazard C409: changes what publication inserts publishes.
ALTER PUBLICATION inserts ADD TABLE ONLY public.log;
