-- Adds a value to enum public.mood; it can be used after a commit.
ALTER TYPE public.mood ADD VALUE 'numb';
