-- Drops table constraint members_card_id_key ON public.members.
-- Locks public.members (ACCESS EXCLUSIVE).
-- Hazard C408: public.members no longer enforces members_card_id_key.
ALTER TABLE public.members DROP CONSTRAINT members_card_id_key;

-- Creates table constraint members_card_key ON public.members.
-- Locks public.members (ACCESS EXCLUSIVE). Builds an index over public.members.
-- Hazard A203: builds an index on public.members under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.members holds duplicates.
ALTER TABLE public.members ADD CONSTRAINT members_card_key UNIQUE (card);
