-- Drops publication table public."Returned Books" in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public."Returned Books";

-- Drops publication table public.loans in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Drops publication table public.log in desk.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.log;

-- Drops publication table public.log in inserts.
-- Hazard C409: changes what publication inserts sends.
ALTER PUBLICATION inserts DROP TABLE ONLY public.log;

-- Drops table public."Returned Books".
-- Locks public."Returned Books" (ACCESS EXCLUSIVE). Loses the rows of table public."Returned Books".
-- Hazard D101, blocking: drops table public."Returned Books" with its rows.
DROP TABLE public."Returned Books";
