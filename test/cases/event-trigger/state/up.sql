-- Undo: lossless

-- Alters event trigger a.
-- Hazard C407: event trigger a is off.
ALTER EVENT TRIGGER a DISABLE;

-- Alters event trigger b.
-- Hazard C407: event trigger b is on in all sessions.
ALTER EVENT TRIGGER b ENABLE ALWAYS;

-- Gives b to keeper.
-- Hazard S504: keeper owns b.
ALTER EVENT TRIGGER b OWNER TO keeper;

-- Describes event trigger b.
COMMENT ON EVENT TRIGGER b IS 'New';

-- Alters event trigger c.
-- Hazard C407: event trigger c is on in replica sessions only.
ALTER EVENT TRIGGER c ENABLE REPLICA;
