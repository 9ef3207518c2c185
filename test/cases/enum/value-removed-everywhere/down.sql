-- Adds a value to enum public.state; it can be used after a commit.
ALTER TYPE public.state ADD VALUE 'c';
