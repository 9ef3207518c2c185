-- Drops operator app.<< (integer, integer).
DROP OPERATOR app.<< (integer, integer);

-- Drops operator app.>> (integer, integer).
-- Hazard C402: queries that use app.>> (integer, integer) fail.
DROP OPERATOR app.>> (integer, integer);

-- Recreates operator app.<< (integer, integer).
CREATE OPERATOR app.<< (
    FUNCTION = app.less,
    LEFTARG = integer,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR(app.>>)
);
