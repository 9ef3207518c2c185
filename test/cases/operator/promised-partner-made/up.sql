-- Undo: lossless

-- Creates operator app.>> (integer, integer).
CREATE OPERATOR app.>> (
    FUNCTION = app.more,
    LEFTARG = integer,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR(app.<<)
);
