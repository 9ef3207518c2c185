-- Undo: lossless

-- Alters table public.letters.
-- Locks public.letters (ACCESS EXCLUSIVE). Rewrites public.letters.
-- Hazard A201, blocking: rewrites table public.letters to another access method under an ACCESS EXCLUSIVE lock.
ALTER TABLE public.letters SET ACCESS METHOD shelf;

-- Alters table public.letters.
-- Locks public.letters (ACCESS EXCLUSIVE). Rewrites public.letters.
-- Hazard A201, blocking: rewrites table public.letters into another tablespace under an ACCESS EXCLUSIVE lock.
ALTER TABLE public.letters SET TABLESPACE fast;

-- Alters table constraint letters_pkey ON public.letters.
-- Locks public.letters (ACCESS EXCLUSIVE). Rewrites public.letters.
ALTER INDEX public.letters_pkey SET TABLESPACE fast;
