-- Undo: lossless

-- Alters table column public.members.name.
-- Scans public.members.
-- Hazard F301: fails if public.members.name contains a null.
ALTER TABLE public.members VALIDATE CONSTRAINT name_given;

-- Alters table column public.members.email.
-- Locks public.members (ACCESS EXCLUSIVE). Scans public.members.
-- Hazard A202: reads all of public.members under an ACCESS EXCLUSIVE lock to check that email contains no null.
-- Hazard F301: fails if public.members.email contains a null.
ALTER TABLE public.members ADD CONSTRAINT email_given NOT NULL email;
