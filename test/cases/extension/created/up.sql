-- Undo: lossless

-- Creates extension citext.
CREATE EXTENSION citext WITH SCHEMA public;

-- Creates table column public.members.email.
-- Locks public.members (ACCESS EXCLUSIVE).
ALTER TABLE public.members ADD COLUMN email public.citext;

-- Creates table constraint members_email_key ON public.members.
-- Locks public.members (ACCESS EXCLUSIVE). Builds an index over public.members.
-- Hazard A203: builds an index on public.members under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.members contains duplicates.
ALTER TABLE public.members ADD CONSTRAINT members_email_key UNIQUE (email);
