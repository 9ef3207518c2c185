-- Alters event trigger a.
ALTER EVENT TRIGGER a ENABLE;

-- Alters event trigger b.
ALTER EVENT TRIGGER b ENABLE;

-- Gives b to postgres.
-- Hazard S504: postgres owns b.
ALTER EVENT TRIGGER b OWNER TO postgres;

-- Describes event trigger b.
COMMENT ON EVENT TRIGGER b IS 'Old';

-- Alters event trigger c.
ALTER EVENT TRIGGER c DISABLE;
