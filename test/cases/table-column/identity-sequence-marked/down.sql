-- Alters table column public.draft.id.
ALTER SEQUENCE public.draft_id_seq SET UNLOGGED;

-- Alters table column public.log.id.
COMMENT ON SEQUENCE public.log_id_seq IS NULL;
