-- Drops table constraint members_email_key ON public.members.
-- Locks public.members (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing members_email_key on public.members.
ALTER TABLE public.members DROP CONSTRAINT members_email_key;

-- Drops table column public.members.email.
-- Locks public.members (ACCESS EXCLUSIVE). Loses the values of public.members.email.
-- Hazard D102, blocking: drops column public.members.email with its values.
ALTER TABLE public.members DROP COLUMN email;

-- Drops extension citext.
-- Hazard C402: drops extension citext and all its members.
DROP EXTENSION citext;
