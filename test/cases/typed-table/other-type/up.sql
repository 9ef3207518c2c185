-- Undo: lossless

-- Frees the columns of public.customers from type public.person.
-- Locks public.customers (ACCESS EXCLUSIVE).
ALTER TABLE public.customers NOT OF;

-- public.customers.name: text becomes character varying(80).
-- Locks public.customers (ACCESS EXCLUSIVE). Rewrites public.customers.
-- Hazard A201, blocking: rewrites table public.customers and its indexes: column name becomes character varying(80).
-- Hazard F304: fails if a value of public.customers.name does not fit character varying(80).
-- Hazard C403: cached plans that return public.customers.name fail once.
ALTER TABLE public.customers ALTER COLUMN name TYPE character varying(80);

-- Creates table column public.customers.founded.
-- Locks public.customers (ACCESS EXCLUSIVE).
ALTER TABLE public.customers ADD COLUMN founded date;

-- Makes the columns of public.customers those of type public.company.
-- Locks public.customers (ACCESS EXCLUSIVE).
ALTER TABLE public.customers OF public.company;
