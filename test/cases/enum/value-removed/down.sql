-- Adds a value to enum public.condition; statements can use the value after a commit.
ALTER TYPE public.condition ADD VALUE 'lost';
