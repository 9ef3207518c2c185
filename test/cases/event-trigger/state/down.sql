-- Alters event trigger a.
-- Hazard C407: event trigger a is on.
ALTER EVENT TRIGGER a ENABLE;

-- Alters event trigger b.
-- Hazard C407: event trigger b is on.
ALTER EVENT TRIGGER b ENABLE;

-- Gives b to postgres.
-- Hazard S504: postgres owns b.
ALTER EVENT TRIGGER b OWNER TO postgres;

-- Describes event trigger b.
COMMENT ON EVENT TRIGGER b IS 'Old';

-- Alters event trigger c.
-- Hazard C407: event trigger c is off.
ALTER EVENT TRIGGER c DISABLE;
