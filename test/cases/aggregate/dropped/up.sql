-- Undo: lossless

-- Drops aggregate public.longest_of(text).
-- Hazard C402: queries that use public.longest_of(text) fail.
DROP AGGREGATE public.longest_of(text);

-- Drops function public.longest(text, text).
-- Hazard C402: callers of public.longest(text, text) fail.
DROP FUNCTION public.longest(text, text);
