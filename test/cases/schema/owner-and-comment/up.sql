-- Undo: lossless

-- Changes the owner of schema library to keeper.
-- Hazard S504: changes the owner of schema library to keeper.
ALTER SCHEMA library OWNER TO keeper;

-- Sets the comment of schema library.
COMMENT ON SCHEMA library IS 'Books, loans and members';
