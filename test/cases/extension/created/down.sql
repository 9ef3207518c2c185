-- Drops table constraint members_email_key ON public.members.
-- Locks public.members (ACCESS EXCLUSIVE).
-- Hazard C408: public.members no longer enforces members_email_key.
ALTER TABLE public.members DROP CONSTRAINT members_email_key;

-- Drops table column public.members.email.
-- Locks public.members (ACCESS EXCLUSIVE). Loses the values of public.members.email.
-- Hazard D102, blocking: drops column public.members.email with its values.
ALTER TABLE public.members DROP COLUMN email;

-- Drops extension citext.
-- Hazard C402: drops extension citext and every object that belongs to it.
DROP EXTENSION citext;
