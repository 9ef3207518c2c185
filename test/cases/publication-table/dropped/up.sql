-- Undo: loses data:
--   the rows of table public.returns

-- Drops table public.loans from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.loans;

-- Drops table public.returns from publication desk.
-- Hazard C409: changes what publication desk publishes.
ALTER PUBLICATION desk DROP TABLE ONLY public.returns;

-- Drops table public.returns.
-- Locks public.returns (ACCESS EXCLUSIVE). Loses the rows of table public.returns.
-- Hazard D101, blocking: drops table public.returns with its rows.
DROP TABLE public.returns;
