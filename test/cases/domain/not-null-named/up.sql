-- Undo: lossless

-- Alters domain public.a.
ALTER DOMAIN public.a ADD CONSTRAINT a_there NOT NULL;

-- Alters domain public.a.
COMMENT ON CONSTRAINT a_there ON DOMAIN public.a IS 'must be';

-- Alters domain public.b.
ALTER DOMAIN public.b RENAME CONSTRAINT b_there TO b_not_null;

-- Alters domain public.c.
COMMENT ON CONSTRAINT c_not_null ON DOMAIN public.c IS 'must be';

-- Creates domain public.d.
CREATE DOMAIN public.d AS integer
    CONSTRAINT d_there NOT NULL;

-- Sets properties of domain public.d that its CREATE statement can't set.
COMMENT ON CONSTRAINT d_there ON DOMAIN public.d IS 'must be';
