-- An aggregate with everything that CREATE AGGREGATE knows.
CREATE SCHEMA app;
CREATE FUNCTION app.add(internal, numeric) RETURNS internal LANGUAGE internal IMMUTABLE PARALLEL SAFE AS 'numeric_avg_accum';
CREATE AGGREGATE app.mean(value numeric) (
    SFUNC = app.add, STYPE = internal, SSPACE = 128, FINALFUNC = numeric_avg, FINALFUNC_MODIFY = SHAREABLE,
    COMBINEFUNC = numeric_avg_combine, SERIALFUNC = numeric_avg_serialize, DESERIALFUNC = numeric_avg_deserialize,
    MSFUNC = numeric_avg_accum, MINVFUNC = numeric_accum_inv, MSTYPE = internal, MSSPACE = 64, MFINALFUNC = numeric_avg,
    MFINALFUNC_MODIFY = READ_WRITE, PARALLEL = SAFE
);
CREATE AGGREGATE app.least(text) (SFUNC = text_smaller, STYPE = text, SORTOP = OPERATOR(pg_catalog.<), INITCOND = '');
CREATE AGGREGATE app.counted(*) (SFUNC = int8inc, STYPE = bigint, INITCOND = '0', MSFUNC = int8inc, MINVFUNC = int8dec, MSTYPE = bigint, MINITCOND = '0');
CREATE AGGREGATE app.middle(float8 ORDER BY anyelement) (
    SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = SHAREABLE
);
CREATE AGGREGATE app.place(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL
);
COMMENT ON AGGREGATE app.counted(*) IS 'How many';
COMMENT ON AGGREGATE app.middle(float8 ORDER BY anyelement) IS 'The middle one';
REVOKE EXECUTE ON FUNCTION app.mean(numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.place(VARIADIC "any") TO reader;
ALTER AGGREGATE app.least(text) OWNER TO keeper;
