-- Undo: lossless

-- Changes the owner of collation public.caseless to Front Desk.
-- Hazard S504: changes the owner of collation public.caseless to Front Desk.
ALTER COLLATION public.caseless OWNER TO "Front Desk";

-- Removes the comment of collation public.caseless.
COMMENT ON COLLATION public.caseless IS NULL;
