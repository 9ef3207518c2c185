-- Undo: lossless

-- Adds a value to enum public.condition; it can be used after a commit.
ALTER TYPE public.condition ADD VALUE 'good' BEFORE 'worn';

-- Adds a value to enum public.condition; it can be used after a commit.
ALTER TYPE public.condition ADD VALUE 'lost';
