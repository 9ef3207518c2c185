-- Adds a value to enum public.mood; statements can use the value after a commit.
ALTER TYPE public.mood ADD VALUE 'numb';
