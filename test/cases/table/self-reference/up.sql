-- Undo: lossless

-- Creates table public.sections.
CREATE TABLE public.sections (
    id bigint NOT NULL,
    within bigint,
    CONSTRAINT sections_pkey PRIMARY KEY (id)
);

-- Creates table constraint sections_within_fkey ON public.sections.
ALTER TABLE public.sections ADD CONSTRAINT sections_within_fkey FOREIGN KEY (within) REFERENCES public.sections(id) ON DELETE CASCADE;
