-- Undo: lossless

-- Gives library to keeper.
-- Hazard S504: keeper owns library.
ALTER SCHEMA library OWNER TO keeper;

-- Describes schema library.
COMMENT ON SCHEMA library IS 'Books, loans and members';
