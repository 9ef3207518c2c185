-- Drops table public."Returned Books" from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public."Returned Books";

-- Drops table public.loans from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Drops table public.log from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.log;

-- Drops table public.log from publication inserts.
-- Hazard C409: changes what publication inserts publishes.
ALTER PUBLICATION inserts DROP TABLE ONLY public.log;

-- Drops table public."Returned Books".
-- Locks public."Returned Books" (ACCESS EXCLUSIVE). Loses the rows of table public."Returned Books".
-- Hazard D101, blocking: drops table public."Returned Books" with its rows.
DROP TABLE public."Returned Books";
