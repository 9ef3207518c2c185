-- Undo: lossless

-- Gives public.caseless to Front Desk.
-- Hazard S504: Front Desk owns public.caseless.
ALTER COLLATION public.caseless OWNER TO "Front Desk";

-- Removes the comment of public.caseless.
COMMENT ON COLLATION public.caseless IS NULL;
