-- Undo: lossless

-- Creates table public.cards.
CREATE TABLE public.cards (
    NOT NULL id,
    CONSTRAINT cards_pkey PRIMARY KEY (id)
)
INHERITS (public.templates);

-- Creates table public.labels.
CREATE TABLE public.labels (
    CONSTRAINT given NOT NULL id,
    text text
)
INHERITS (public.templates);

-- Creates table public.letters.
CREATE TABLE public.letters (
)
INHERITS (public.templates);

-- Creates table constraint letters_pkey ON public.letters.
ALTER TABLE public.letters ADD CONSTRAINT letters_pkey PRIMARY KEY (id);

-- Creates table public.notes.
CREATE TABLE public.notes (
    extra integer NOT NULL
)
INHERITS (public.templates);

-- Creates table constraint notes_pkey ON public.notes.
ALTER TABLE public.notes ADD CONSTRAINT notes_pkey PRIMARY KEY (id, extra);
