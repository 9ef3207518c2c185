-- Gives app.middle(double precision ORDER BY anyelement) to postgres.
-- Hazard S504: postgres owns app.middle(double precision ORDER BY anyelement).
ALTER AGGREGATE app.middle(double precision ORDER BY anyelement) OWNER TO postgres;

-- Sets who may use app.middle(double precision ORDER BY anyelement).
-- Hazard S501: changes privileges on app.middle(double precision ORDER BY anyelement).
REVOKE EXECUTE ON FUNCTION app.middle(double precision, anyelement) FROM reader;

-- Sets who may use app.middle(double precision ORDER BY anyelement).
-- Hazard S501: changes privileges on app.middle(double precision ORDER BY anyelement).
GRANT EXECUTE ON FUNCTION app.middle(double precision, anyelement) TO PUBLIC;

-- Describes aggregate app.middle(double precision ORDER BY anyelement).
COMMENT ON AGGREGATE app.middle(double precision ORDER BY anyelement) IS 'The middle';
