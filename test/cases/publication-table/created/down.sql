-- Publication desk no longer sends public."Returned Books".
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public."Returned Books";

-- Publication desk no longer sends public.loans.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Publication desk no longer sends public.log.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.log;

-- Publication inserts no longer sends public.log.
-- Hazard C409: changes what publication inserts sends.
ALTER PUBLICATION inserts DROP TABLE ONLY public.log;

-- Drops table public."Returned Books".
-- Locks public."Returned Books" (ACCESS EXCLUSIVE). Loses the rows of table public."Returned Books".
-- Hazard D101, blocking: drops table public."Returned Books" with its rows.
DROP TABLE public."Returned Books";
