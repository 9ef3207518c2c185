-- Undo: lossless

-- Creates table public.foes.
CREATE TABLE public.foes OF public.person;

-- Sets the comment of table column public.foes.name.
COMMENT ON COLUMN public.foes.name IS 'as they call themselves';

-- Creates table public.friends.
CREATE TABLE public.friends OF public.person (
    id WITH OPTIONS NOT NULL,
    name WITH OPTIONS DEFAULT 'nobody'::text CONSTRAINT named NOT NULL,
    CONSTRAINT friends_id_check CHECK ((id > 0)),
    CONSTRAINT friends_pkey PRIMARY KEY (id)
);
