-- Changes the owner of aggregate app.middle(double precision ORDER BY anyelement) to postgres.
-- Hazard S504: changes the owner of aggregate app.middle(double precision ORDER BY anyelement) to postgres.
ALTER AGGREGATE app.middle(double precision ORDER BY anyelement) OWNER TO postgres;

-- Changes privileges on aggregate app.middle(double precision ORDER BY anyelement).
-- Hazard S501: changes privileges on aggregate app.middle(double precision ORDER BY anyelement).
REVOKE EXECUTE ON FUNCTION app.middle(double precision, anyelement) FROM reader;

-- Changes privileges on aggregate app.middle(double precision ORDER BY anyelement).
-- Hazard S501, blocking: changes privileges on aggregate app.middle(double precision ORDER BY anyelement) for every role (PUBLIC).
GRANT EXECUTE ON FUNCTION app.middle(double precision, anyelement) TO PUBLIC;

-- Sets the comment of aggregate app.middle(double precision ORDER BY anyelement).
COMMENT ON AGGREGATE app.middle(double precision ORDER BY anyelement) IS 'The middle';
