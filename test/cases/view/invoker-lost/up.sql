-- Undo: lossless

-- Drops view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
DROP VIEW public.mine;

-- Drops view public.sums.
-- Locks public.sums (ACCESS EXCLUSIVE).
DROP VIEW public.sums;

-- Changes the type of table column public.orders.amount from integer to bigint.
-- Locks public.orders (ACCESS EXCLUSIVE). Rewrites public.orders.
-- Hazard A201, blocking: rewrites table public.orders and its indexes: the type of column amount becomes bigint.
-- Hazard C403: cached plans that return public.orders.amount fail once.
ALTER TABLE public.orders ALTER COLUMN amount TYPE bigint;

-- Recreates view public.mine.
-- Hazard C406: changes what view public.mine returns.
-- Hazard S505, blocking: view public.mine loses security_invoker: queries on it bypass privileges, policies or filters that applied before.
-- Hazard S505, blocking: view public.mine loses security_barrier: queries on it bypass privileges, policies or filters that applied before.
CREATE VIEW public.mine AS
 SELECT id,
    customer,
    amount
   FROM public.orders;

-- Recreates view public.sums.
-- Hazard C406: changes what view public.sums returns.
-- Hazard S505: view public.sums gets security_invoker: other privileges, policies or filters apply to queries on it.
CREATE VIEW public.sums WITH (security_invoker = true) AS
 SELECT customer,
    sum(amount) AS amount
   FROM public.orders
  GROUP BY customer;
