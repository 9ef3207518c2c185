-- Drops function public.twice(integer).
-- Hazard C402: callers of public.twice(integer) fail.
DROP FUNCTION public.twice(integer);

-- Drops transform FOR bigint LANGUAGE sql.
DROP TRANSFORM FOR bigint LANGUAGE sql;

-- Drops transform FOR integer LANGUAGE sql.
DROP TRANSFORM FOR integer LANGUAGE sql;
