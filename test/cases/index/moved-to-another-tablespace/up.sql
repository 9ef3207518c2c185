-- Undo: lossless

-- Alters index public.letters_sent.
-- Locks public.letters (ACCESS EXCLUSIVE). Rewrites public.letters.
ALTER INDEX public.letters_sent SET TABLESPACE fast;
