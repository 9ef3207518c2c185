-- Undo: lossless

-- Sets the comment of cast (text AS public.mood).
COMMENT ON CAST (text AS public.mood) IS 'Words to moods';
