-- Undo: lossless

-- Changes the collation of table column public.member.nick to public.caseless.
-- Locks public.member (ACCESS EXCLUSIVE). Builds an index over public.member.
-- Hazard A203, blocking: rebuilds the indexes of public.member that sort by nick under an ACCESS EXCLUSIVE lock.
-- Hazard C403: cached plans that return public.member.nick fail once.
-- Hazard F302: fails if values of public.member.nick become equal that member_nick_key ON public.member keeps apart.
ALTER TABLE public.member ALTER COLUMN nick TYPE text COLLATE public.caseless;

-- Changes the type of table column public.member.name from text to character varying(3).
-- Locks public.member (ACCESS EXCLUSIVE). Rewrites public.member.
-- Hazard A201, blocking: rewrites table public.member and its indexes: the type of column name becomes character varying(3).
-- Hazard F304: fails if a value of public.member.name is not valid in character varying(3).
-- Hazard C403: cached plans that return public.member.name fail once.
ALTER TABLE public.member ALTER COLUMN name TYPE character varying(3);
