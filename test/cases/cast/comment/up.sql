-- Undo: lossless

-- Describes cast (text AS public.mood).
COMMENT ON CAST (text AS public.mood) IS 'Words to moods';
