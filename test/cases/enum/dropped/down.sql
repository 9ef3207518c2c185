-- Creates enum public.condition.
CREATE TYPE public.condition AS ENUM (
    'new',
    'worn'
);

-- Creates table column public.copies.condition.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE public.copies ADD COLUMN condition public.condition;
