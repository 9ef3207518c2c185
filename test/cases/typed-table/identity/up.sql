-- Undo: lossless

-- Creates table public.friends.
CREATE TABLE public.friends (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    name text
);

-- Makes the columns of public.friends those of type public.person.
ALTER TABLE public.friends OF public.person;
