-- Undo: lossless

-- Makes typed table public.customers independent of composite type public.person.
-- Locks public.customers (ACCESS EXCLUSIVE).
ALTER TABLE public.customers NOT OF;

-- Changes the type of table column public.customers.name from text to character varying(80).
-- Locks public.customers (ACCESS EXCLUSIVE). Rewrites public.customers.
-- Hazard A201, blocking: rewrites table public.customers and its indexes: the type of column name becomes character varying(80).
-- Hazard F304: fails if a value of public.customers.name is not valid in character varying(80).
-- Hazard C403: cached plans that return public.customers.name fail once.
ALTER TABLE public.customers ALTER COLUMN name TYPE character varying(80);

-- Creates table column public.customers.founded.
-- Locks public.customers (ACCESS EXCLUSIVE).
ALTER TABLE public.customers ADD COLUMN founded date;

-- Makes table public.customers a typed table of composite type public.company.
-- Locks public.customers (ACCESS EXCLUSIVE).
ALTER TABLE public.customers OF public.company;
