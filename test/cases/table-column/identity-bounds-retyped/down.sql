-- Changes the type of table column public.depths.id from integer to bigint.
-- Locks public.depths (ACCESS EXCLUSIVE). Rewrites public.depths.
-- Hazard A201, blocking: rewrites table public.depths and its indexes: the type of column id becomes bigint.
-- Hazard C403: cached plans that return public.depths.id fail once.
ALTER TABLE public.depths ALTER COLUMN id TYPE bigint;

-- Alters table column public.depths.id.
-- Locks public.depths (ACCESS EXCLUSIVE).
ALTER TABLE public.depths ALTER COLUMN id SET MINVALUE -5000000000;

-- Changes the type of table column public.depths.plain from integer to bigint.
-- Locks public.depths (ACCESS EXCLUSIVE). Rewrites public.depths.
-- Hazard A201, blocking: rewrites table public.depths and its indexes: the type of column plain becomes bigint.
-- Hazard C403: cached plans that return public.depths.plain fail once.
ALTER TABLE public.depths ALTER COLUMN plain TYPE bigint;

-- Alters table column public.orders.id.
-- Locks public.orders (ACCESS EXCLUSIVE).
ALTER TABLE public.orders ALTER COLUMN id SET MAXVALUE 2000000000;

-- Changes the type of table column public.orders.id from bigint to integer.
-- Locks public.orders (ACCESS EXCLUSIVE). Rewrites public.orders.
-- Hazard A201, blocking: rewrites table public.orders and its indexes: the type of column id becomes integer.
-- Hazard F304: fails if a value of public.orders.id is not valid in integer.
-- Hazard C403: cached plans that return public.orders.id fail once.
ALTER TABLE public.orders ALTER COLUMN id TYPE integer;

-- Changes the type of table column public.orders.line from integer to smallint.
-- Locks public.orders (ACCESS EXCLUSIVE). Rewrites public.orders.
-- Hazard A201, blocking: rewrites table public.orders and its indexes: the type of column line becomes smallint.
-- Hazard F304: fails if a value of public.orders.line is not valid in smallint.
-- Hazard C403: cached plans that return public.orders.line fail once.
ALTER TABLE public.orders ALTER COLUMN line TYPE smallint;
