-- Drops table public.cards.
-- Locks public.cards (ACCESS EXCLUSIVE). Loses the rows of table public.cards.
-- Hazard D101, blocking: drops table public.cards with its rows.
DROP TABLE public.cards;

-- Drops table public.labels.
-- Locks public.labels (ACCESS EXCLUSIVE). Loses the rows of table public.labels.
-- Hazard D101, blocking: drops table public.labels with its rows.
DROP TABLE public.labels;

-- Drops table public.letters.
-- Locks public.letters (ACCESS EXCLUSIVE). Loses the rows of table public.letters.
-- Hazard D101, blocking: drops table public.letters with its rows.
DROP TABLE public.letters;

-- Drops table public.notes.
-- Locks public.notes (ACCESS EXCLUSIVE). Loses the rows of table public.notes.
-- Hazard D101, blocking: drops table public.notes with its rows.
DROP TABLE public.notes;
