-- Undo: lossless

-- Drops operator app.!< (integer, integer).
-- Hazard C402: queries that use app.!< (integer, integer) fail.
DROP OPERATOR app.!< (integer, integer);

-- Creates operator app.>> (integer, integer).
CREATE OPERATOR app.>> (
    FUNCTION = app.more,
    LEFTARG = integer,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR(app.<<)
);
