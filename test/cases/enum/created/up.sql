-- Undo: lossless

-- Creates enum public.condition.
CREATE TYPE public.condition AS ENUM (
    'new',
    'good',
    'worn'
);

-- Creates table public.copies.
CREATE TABLE public.copies (
    id bigint NOT NULL,
    condition public.condition DEFAULT 'new'::public.condition NOT NULL,
    CONSTRAINT copies_pkey PRIMARY KEY (id)
);
