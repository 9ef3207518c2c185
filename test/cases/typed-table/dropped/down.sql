-- Creates composite type public.person.
CREATE TYPE public.person AS (
    id integer,
    name text
);

-- Creates table public.friends.
CREATE TABLE public.friends OF public.person (
    id WITH OPTIONS NOT NULL,
    CONSTRAINT friends_pkey PRIMARY KEY (id)
);
