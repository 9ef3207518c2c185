-- Drops table constraint loans_member_fkey ON public.loans, because table column public.loans.member changes.
-- Locks public.loans, public.members (ACCESS EXCLUSIVE).
ALTER TABLE public.loans DROP CONSTRAINT loans_member_fkey;

-- Changes the type of table column public.loans.member from bigint to integer.
-- Locks public.loans, public.members (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans and its indexes: the type of column member becomes integer.
-- Hazard F304: fails if a value of public.loans.member is not valid in integer.
-- Hazard C403: cached plans that return public.loans.member fail once.
ALTER TABLE public.loans ALTER COLUMN member TYPE integer;

-- Changes the type of table column public.members.id from bigint to integer.
-- Locks public.members, public.loans (ACCESS EXCLUSIVE). Rewrites public.members.
-- Hazard A201, blocking: rewrites table public.members and its indexes: the type of column id becomes integer.
-- Hazard F304: fails if a value of public.members.id is not valid in integer.
-- Hazard C403: cached plans that return public.members.id fail once.
ALTER TABLE public.members ALTER COLUMN id TYPE integer;

-- Recreates table constraint loans_member_fkey ON public.loans, because table column public.loans.member changes.
-- Locks public.loans, public.members (SHARE ROW EXCLUSIVE). Scans public.loans.
-- Hazard A205: blocks writes to public.loans and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of public.loans has no matching row in the referenced table.
ALTER TABLE public.loans ADD CONSTRAINT loans_member_fkey FOREIGN KEY (member) REFERENCES public.members(id);
