-- Undo: lossless

-- Gives app.middle(double precision ORDER BY anyelement) to keeper.
-- Hazard S504: keeper owns app.middle(double precision ORDER BY anyelement).
ALTER AGGREGATE app.middle(double precision ORDER BY anyelement) OWNER TO keeper;

-- Sets who may use app.middle(double precision ORDER BY anyelement).
-- Hazard S501: changes privileges on app.middle(double precision ORDER BY anyelement).
REVOKE EXECUTE ON FUNCTION app.middle(double precision, anyelement) FROM PUBLIC;

-- Sets who may use app.middle(double precision ORDER BY anyelement).
-- Hazard S501: changes privileges on app.middle(double precision ORDER BY anyelement).
GRANT EXECUTE ON FUNCTION app.middle(double precision, anyelement) TO reader;

-- Removes the comment of app.middle(double precision ORDER BY anyelement).
COMMENT ON AGGREGATE app.middle(double precision ORDER BY anyelement) IS NULL;
