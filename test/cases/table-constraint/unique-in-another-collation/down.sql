-- Changes the collation of table column public.member.nick to the default of its type.
-- Locks public.member (ACCESS EXCLUSIVE). Builds an index over public.member.
-- Hazard A203, blocking: rebuilds the indexes of public.member that sort by nick under an ACCESS EXCLUSIVE lock.
-- Hazard C403: cached plans that return public.member.nick fail once.
ALTER TABLE public.member ALTER COLUMN nick TYPE text;

-- Changes the type of table column public.member.name from character varying(3) to text.
-- Locks public.member (ACCESS EXCLUSIVE).
-- Hazard C403: cached plans that return public.member.name fail once.
ALTER TABLE public.member ALTER COLUMN name TYPE text;
