-- Undo: loses data:
--   the rows of table public.returns

-- Publication desk no longer sends public.loans.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Publication desk no longer sends public.returns.
-- Hazard C409: changes what publication desk sends.
ALTER PUBLICATION desk DROP TABLE ONLY public.returns;

-- Drops table public.returns.
-- Locks public.returns (ACCESS EXCLUSIVE). Loses the rows of table public.returns.
-- Hazard D101, blocking: drops table public.returns with its rows.
DROP TABLE public.returns;
