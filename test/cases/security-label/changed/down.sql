-- Creates table public.gone.
CREATE TABLE public.gone (
    id integer
);

-- Labels COLUMN public.gone.id for guard.
-- Hazard S511: changes what guard is told of COLUMN public.gone.id.
SECURITY LABEL FOR guard ON COLUMN public.gone.id IS 'secret';

-- Labels TABLE public.shelves for guard.
-- Hazard S511: changes what guard is told of TABLE public.shelves.
SECURITY LABEL FOR guard ON TABLE public.shelves IS 'secret';

-- Labels COLUMN public.shelves.name for guard.
-- Hazard S511: changes what guard is told of COLUMN public.shelves.name.
SECURITY LABEL FOR guard ON COLUMN public.shelves.name IS 'secret';
