-- Creates table public.visits.
CREATE TABLE public.visits (
    id bigint NOT NULL,
    member bigint,
    at timestamp with time zone,
    CONSTRAINT visits_pkey PRIMARY KEY (id)
);

-- Creates table constraint visits_member_fkey ON public.visits.
-- Locks public.members (SHARE ROW EXCLUSIVE).
ALTER TABLE public.visits ADD CONSTRAINT visits_member_fkey FOREIGN KEY (member) REFERENCES public.members(id);

-- Creates index public.visits_at.
CREATE INDEX visits_at ON public.visits USING btree (at);

-- Creates policy all_visits ON public.visits.
CREATE POLICY all_visits ON public.visits
    USING (true);
