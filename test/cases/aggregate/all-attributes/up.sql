-- Undo: lossless

-- Creates function app.add(internal, numeric).
CREATE FUNCTION app.add(internal, numeric)
 RETURNS internal
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE
AS $function$numeric_avg_accum$function$;

-- Creates aggregate app."least"(text).
CREATE AGGREGATE app."least"(text) (
    SFUNC = pg_catalog.text_smaller,
    STYPE = text,
    INITCOND = '',
    SORTOP = OPERATOR(pg_catalog.<)
);

-- Changes the owner of aggregate app."least"(text) to keeper.
ALTER AGGREGATE app."least"(text) OWNER TO keeper;

-- Creates aggregate app.counted(*).
CREATE AGGREGATE app.counted(*) (
    SFUNC = pg_catalog.int8inc,
    STYPE = bigint,
    INITCOND = '0',
    MSFUNC = pg_catalog.int8inc,
    MINVFUNC = pg_catalog.int8dec,
    MSTYPE = bigint,
    MINITCOND = '0'
);

-- Sets the comment of aggregate app.counted(*).
COMMENT ON AGGREGATE app.counted(*) IS 'How many';

-- Creates aggregate app.mean(value numeric).
CREATE AGGREGATE app.mean(value numeric) (
    SFUNC = app.add,
    STYPE = internal,
    SSPACE = 128,
    FINALFUNC = pg_catalog.numeric_avg,
    FINALFUNC_MODIFY = SHAREABLE,
    COMBINEFUNC = pg_catalog.numeric_avg_combine,
    SERIALFUNC = pg_catalog.numeric_avg_serialize,
    DESERIALFUNC = pg_catalog.numeric_avg_deserialize,
    MSFUNC = pg_catalog.numeric_avg_accum,
    MINVFUNC = pg_catalog.numeric_accum_inv,
    MSTYPE = internal,
    MSSPACE = 64,
    MFINALFUNC = pg_catalog.numeric_avg,
    MFINALFUNC_MODIFY = READ_WRITE,
    PARALLEL = SAFE
);

-- Changes privileges on aggregate app.mean(value numeric).
REVOKE EXECUTE ON FUNCTION app.mean(numeric) FROM PUBLIC;

-- Creates aggregate app.middle(double precision ORDER BY anyelement).
CREATE AGGREGATE app.middle(double precision ORDER BY anyelement) (
    SFUNC = pg_catalog.ordered_set_transition,
    STYPE = internal,
    FINALFUNC = pg_catalog.percentile_disc_final,
    FINALFUNC_EXTRA,
    FINALFUNC_MODIFY = SHAREABLE
);

-- Sets the comment of aggregate app.middle(double precision ORDER BY anyelement).
COMMENT ON AGGREGATE app.middle(double precision ORDER BY anyelement) IS 'The middle one';

-- Creates aggregate app.place(VARIADIC "any" ORDER BY VARIADIC "any").
CREATE AGGREGATE app.place(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = pg_catalog.ordered_set_transition_multi,
    STYPE = internal,
    FINALFUNC = pg_catalog.rank_final,
    FINALFUNC_EXTRA,
    HYPOTHETICAL
);

-- Changes privileges on aggregate app.place(VARIADIC "any" ORDER BY VARIADIC "any").
GRANT EXECUTE ON FUNCTION app.place("any") TO reader;
