-- Alters event trigger a.
-- Hazard C407: enables event trigger a.
ALTER EVENT TRIGGER a ENABLE;

-- Alters event trigger b.
-- Hazard C407: enables event trigger b.
ALTER EVENT TRIGGER b ENABLE;

-- Changes the owner of event trigger b to postgres.
-- Hazard S504: changes the owner of event trigger b to postgres.
ALTER EVENT TRIGGER b OWNER TO postgres;

-- Sets the comment of event trigger b.
COMMENT ON EVENT TRIGGER b IS 'Old';

-- Alters event trigger c.
-- Hazard C407: disables event trigger c.
ALTER EVENT TRIGGER c DISABLE;
