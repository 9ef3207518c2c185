-- Drops view public.mine.
-- Locks public.mine (ACCESS EXCLUSIVE).
DROP VIEW public.mine;

-- Drops view public.sums.
-- Locks public.sums (ACCESS EXCLUSIVE).
DROP VIEW public.sums;

-- Changes the type of table column public.orders.amount from bigint to integer.
-- Locks public.orders (ACCESS EXCLUSIVE). Rewrites public.orders.
-- Hazard A201, blocking: rewrites table public.orders and its indexes: the type of column amount becomes integer.
-- Hazard F304: fails if a value of public.orders.amount is not valid in integer.
-- Hazard C403: cached plans that return public.orders.amount fail once.
ALTER TABLE public.orders ALTER COLUMN amount TYPE integer;

-- Recreates view public.mine.
-- Hazard C406: changes what view public.mine returns.
-- Hazard S505: view public.mine gets security_invoker: other privileges, policies or filters apply to queries on it.
-- Hazard S505: view public.mine gets security_barrier: other privileges, policies or filters apply to queries on it.
CREATE VIEW public.mine WITH (security_barrier = true, security_invoker = true) AS
 SELECT id,
    customer,
    amount
   FROM public.orders;

-- Recreates view public.sums.
-- Hazard C406: changes what view public.sums returns.
-- Hazard S505, blocking: view public.sums loses security_invoker: queries on it bypass privileges, policies or filters that applied before.
CREATE VIEW public.sums AS
 SELECT customer,
    sum(amount) AS amount
   FROM public.orders
  GROUP BY customer;
