CREATE TABLE public.visits (day date, guest integer) PARTITION BY RANGE (day);
CREATE INDEX visits_guest ON public.visits (guest);
