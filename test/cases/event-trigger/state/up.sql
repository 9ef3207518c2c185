-- Undo: lossless

-- Alters event trigger a.
ALTER EVENT TRIGGER a DISABLE;

-- Alters event trigger b.
ALTER EVENT TRIGGER b ENABLE ALWAYS;

-- Gives b to keeper.
-- Hazard S504: keeper owns b.
ALTER EVENT TRIGGER b OWNER TO keeper;

-- Describes event trigger b.
COMMENT ON EVENT TRIGGER b IS 'New';

-- Alters event trigger c.
ALTER EVENT TRIGGER c ENABLE REPLICA;
