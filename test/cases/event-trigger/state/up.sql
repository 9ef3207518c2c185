-- Undo: lossless

-- Alters event trigger a.
-- Hazard C407: disables event trigger a.
ALTER EVENT TRIGGER a DISABLE;

-- Alters event trigger b.
-- Hazard C407: enables event trigger b in all sessions.
ALTER EVENT TRIGGER b ENABLE ALWAYS;

-- Changes the owner of event trigger b to keeper.
-- Hazard S504: changes the owner of event trigger b to keeper.
ALTER EVENT TRIGGER b OWNER TO keeper;

-- Sets the comment of event trigger b.
COMMENT ON EVENT TRIGGER b IS 'New';

-- Alters event trigger c.
-- Hazard C407: enables event trigger c in replica sessions only.
ALTER EVENT TRIGGER c ENABLE REPLICA;
