-- Owner, privileges and comment.
CREATE SCHEMA app;
CREATE AGGREGATE app.middle(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
REVOKE EXECUTE ON FUNCTION app.middle(float8, anyelement) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.middle(float8, anyelement) TO reader;
ALTER AGGREGATE app.middle(float8 ORDER BY anyelement) OWNER TO keeper;
