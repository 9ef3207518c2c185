-- Drops publication "Front desk".
DROP PUBLICATION "Front desk";

-- Drops publication everything.
DROP PUBLICATION everything;

-- Drops publication nothing.
DROP PUBLICATION nothing;

-- Drops table public.returns.
-- Locks public.returns (ACCESS EXCLUSIVE). Loses the rows of table public.returns.
-- Hazard D101, blocking: drops table public.returns with its rows.
DROP TABLE public.returns;
