-- Drops table constraint loans_member_fkey ON public.loans, because table column public.loans.member changes.
-- Locks public.loans (ACCESS EXCLUSIVE), public.members (ACCESS EXCLUSIVE).
-- Hazard C408: public.loans no longer enforces loans_member_fkey.
ALTER TABLE public.loans DROP CONSTRAINT loans_member_fkey;

-- public.loans.member: bigint becomes integer.
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans and its indexes: column member becomes integer.
-- Hazard F304: fails if a value of public.loans.member does not fit integer.
-- Hazard C403: cached plans that return public.loans.member fail once.
ALTER TABLE public.loans ALTER COLUMN member TYPE integer;

-- public.members.id: bigint becomes integer.
-- Locks public.members (ACCESS EXCLUSIVE). Rewrites public.members.
-- Hazard A201, blocking: rewrites table public.members and its indexes: column id becomes integer.
-- Hazard F304: fails if a value of public.members.id does not fit integer.
-- Hazard C403: cached plans that return public.members.id fail once.
ALTER TABLE public.members ALTER COLUMN id TYPE integer;

-- Makes again table constraint loans_member_fkey ON public.loans, because table column public.loans.member changes.
-- Locks public.loans (SHARE ROW EXCLUSIVE), public.members (SHARE ROW EXCLUSIVE). Scans public.loans.
-- Hazard A205: blocks writes to public.loans and to the table it references while rows are checked.
-- Hazard F303: fails if a row of public.loans references nothing.
ALTER TABLE public.loans ADD CONSTRAINT loans_member_fkey FOREIGN KEY (member) REFERENCES public.members(id);
