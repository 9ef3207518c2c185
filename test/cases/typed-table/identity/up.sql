-- Undo: lossless

-- Creates table public.friends.
CREATE TABLE public.friends (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    name text
);

-- Makes table public.friends a typed table of composite type public.person.
ALTER TABLE public.friends OF public.person;
