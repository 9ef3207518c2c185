-- Creates table public.gone.
CREATE TABLE public.gone (
    id integer
);

-- Sets the security label of provider guard on COLUMN public.gone.id.
-- Hazard S511: changes the security label of provider guard on COLUMN public.gone.id.
SECURITY LABEL FOR guard ON COLUMN public.gone.id IS 'secret';

-- Sets the security label of provider guard on TABLE public.shelves.
-- Hazard S511: changes the security label of provider guard on TABLE public.shelves.
SECURITY LABEL FOR guard ON TABLE public.shelves IS 'secret';

-- Sets the security label of provider guard on COLUMN public.shelves.name.
-- Hazard S511: changes the security label of provider guard on COLUMN public.shelves.name.
SECURITY LABEL FOR guard ON COLUMN public.shelves.name IS 'secret';
