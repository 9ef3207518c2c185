-- Undo: lossless

-- Creates table public.grandkid.
CREATE TABLE public.grandkid (
    y integer
)
INHERITS (public.kid);

-- Creates table constraint a_positive ON public.base.
-- Locks public.base, public.kid (ACCESS EXCLUSIVE).
-- Hazard F306: updates fail on rows of public.base that violate a_positive.
ALTER TABLE public.base ADD CONSTRAINT a_positive CHECK ((a > 0)) NOT VALID;

-- Creates table constraint id_positive ON public.m.
-- Locks public.m, public.m1 (ACCESS EXCLUSIVE).
-- Hazard F306: updates fail on rows of public.m that violate id_positive.
ALTER TABLE public.m ADD CONSTRAINT id_positive CHECK ((id > 0)) NOT VALID;

-- Creates table public.m2.
CREATE TABLE public.m2 (
    id integer,
    r integer
);

-- Creates table constraint id_positive ON public.m2.
ALTER TABLE public.m2 ADD CONSTRAINT id_positive CHECK ((id > 0)) NOT VALID;

-- Attaches partition public.m2 to public.m.
ALTER TABLE public.m ATTACH PARTITION public.m2 FOR VALUES IN (2);
