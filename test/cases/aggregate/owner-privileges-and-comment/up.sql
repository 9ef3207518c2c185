-- Undo: lossless

-- Changes the owner of aggregate app.middle(double precision ORDER BY anyelement) to keeper.
-- Hazard S504: changes the owner of aggregate app.middle(double precision ORDER BY anyelement) to keeper.
ALTER AGGREGATE app.middle(double precision ORDER BY anyelement) OWNER TO keeper;

-- Changes privileges on aggregate app.middle(double precision ORDER BY anyelement).
-- Hazard S501: changes privileges on aggregate app.middle(double precision ORDER BY anyelement).
REVOKE EXECUTE ON FUNCTION app.middle(double precision, anyelement) FROM PUBLIC;

-- Changes privileges on aggregate app.middle(double precision ORDER BY anyelement).
-- Hazard S501: changes privileges on aggregate app.middle(double precision ORDER BY anyelement).
GRANT EXECUTE ON FUNCTION app.middle(double precision, anyelement) TO reader;

-- Removes the comment of aggregate app.middle(double precision ORDER BY anyelement).
COMMENT ON AGGREGATE app.middle(double precision ORDER BY anyelement) IS NULL;
