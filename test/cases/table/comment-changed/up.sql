-- Undo: lossless

-- Sets the comment of table public.members.
COMMENT ON TABLE public.members IS E'People''s records
-- schema:ack D101 this is no directive
\\and this is no escape: 日本語';
