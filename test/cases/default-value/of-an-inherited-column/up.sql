-- Undo: lossless

-- Creates table column public.parts.mark.
-- Locks public.parts, public.bolts (ACCESS EXCLUSIVE).
ALTER TABLE public.parts ADD COLUMN mark text DEFAULT 'x'::text;

-- Sets properties of table column public.bolts.mark that its CREATE statement can't set.
-- Locks public.bolts (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.bolts ALTER COLUMN mark DROP DEFAULT;

-- Creates table column public.parts.rank.
-- Locks public.parts, public.bolts (ACCESS EXCLUSIVE).
ALTER TABLE public.parts ADD COLUMN rank integer;

-- Creates default value public.bolts.rank.
-- Locks public.bolts (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.bolts ALTER COLUMN rank SET DEFAULT 3;

-- Creates table public.nuts.
CREATE TABLE public.nuts (
)
INHERITS (public.parts);

-- Sets properties of table column public.nuts.kind that its CREATE statement can't set.
ALTER TABLE ONLY public.nuts ALTER COLUMN kind DROP DEFAULT;

-- Creates default value public.nuts.id.
ALTER TABLE ONLY public.nuts ALTER COLUMN id SET DEFAULT 0;

-- Creates default value public.nuts.price.
ALTER TABLE ONLY public.nuts ALTER COLUMN price SET DEFAULT 2;

-- Creates table public.wing_nuts.
CREATE TABLE public.wing_nuts (
    wings integer
)
INHERITS (public.nuts);

-- Sets properties of table column public.wing_nuts.id that its CREATE statement can't set.
ALTER TABLE ONLY public.wing_nuts ALTER COLUMN id DROP DEFAULT;

-- Creates default value public.wing_nuts.kind.
ALTER TABLE ONLY public.wing_nuts ALTER COLUMN kind SET DEFAULT 'wing'::text;

-- Creates default value public.wing_nuts.price.
ALTER TABLE ONLY public.wing_nuts ALTER COLUMN price SET DEFAULT 2;
