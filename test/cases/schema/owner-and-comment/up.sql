-- Undo: lossless

-- Gives library to keeper.
-- Hazard S504: keeper owns library.
ALTER SCHEMA library OWNER TO keeper;

-- Says what library is.
COMMENT ON SCHEMA library IS 'Books, loans and members';
