-- Undo: lossless

-- Creates table public.measures.
CREATE TABLE public.measures (
    day integer
);

-- Creates table public.measures_2024.
CREATE TABLE public.measures_2024 (
)
INHERITS (public.measures);

-- Creates table public.measures_2025.
CREATE TABLE public.measures_2025 (
)
INHERITS (public.measures);

-- Creates table constraint day_is_positive ON public.measures.
ALTER TABLE public.measures ADD CONSTRAINT day_is_positive CHECK ((day > 0)) NOT VALID;
