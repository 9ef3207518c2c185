-- Adds a value to enum public.state; statements can use the value after a commit.
ALTER TYPE public.state ADD VALUE 'c';
