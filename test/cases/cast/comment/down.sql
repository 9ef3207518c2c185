-- Removes the comment of (text AS public.mood).
COMMENT ON CAST (text AS public.mood) IS NULL;
