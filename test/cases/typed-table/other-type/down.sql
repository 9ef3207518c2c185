-- Makes typed table public.customers independent of composite type public.company.
-- Locks public.customers (ACCESS EXCLUSIVE).
ALTER TABLE public.customers NOT OF;

-- Drops table column public.customers.founded.
-- Locks public.customers (ACCESS EXCLUSIVE). Loses the values of public.customers.founded.
-- Hazard D102, blocking: drops column public.customers.founded with its values.
ALTER TABLE public.customers DROP COLUMN founded;

-- Changes the type of table column public.customers.name from character varying(80) to text.
-- Locks public.customers (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.customers.name fail once.
ALTER TABLE public.customers ALTER COLUMN name TYPE text;

-- Makes table public.customers a typed table of composite type public.person.
-- Locks public.customers (ACCESS EXCLUSIVE).
ALTER TABLE public.customers OF public.person;
