-- Drops operator app.>> (integer, integer).
-- Hazard C402: queries that use app.>> (integer, integer) fail.
DROP OPERATOR app.>> (integer, integer);

-- Creates operator app.!< (integer, integer).
CREATE OPERATOR app.!< (
    FUNCTION = app.not_less,
    LEFTARG = integer,
    RIGHTARG = integer,
    NEGATOR = OPERATOR(app.<<)
);
