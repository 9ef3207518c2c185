-- Drops publication "Front desk".
-- Hazard C409: subscriptions to publication "Front desk" receive no further changes, or stop with an error.
DROP PUBLICATION "Front desk";

-- Drops publication everything.
-- Hazard C409: subscriptions to publication everything receive no further changes, or stop with an error.
DROP PUBLICATION everything;

-- Drops publication nothing.
-- Hazard C409: subscriptions to publication nothing receive no further changes, or stop with an error.
DROP PUBLICATION nothing;

-- Drops table public.returns.
-- Locks public.returns (ACCESS EXCLUSIVE). Loses the rows of table public.returns.
-- Hazard D101, blocking: drops table public.returns with its rows.
DROP TABLE public.returns;
