-- Undo: lossless

-- Drops table constraint members_card_key ON public.members.
-- Locks public.members (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing members_card_key on public.members.
ALTER TABLE public.members DROP CONSTRAINT members_card_key;

-- Creates table constraint members_card_id_key ON public.members.
-- Locks public.members (ACCESS EXCLUSIVE). Builds an index over public.members.
-- Hazard A203: builds an index on public.members under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.members contains duplicates.
ALTER TABLE public.members ADD CONSTRAINT members_card_id_key UNIQUE NULLS NOT DISTINCT (card) INCLUDE (id);
