-- Undo: lossless

-- Creates table public.maps.
CREATE TABLE public.maps (
    scale integer
)
INHERITS (public.items);
