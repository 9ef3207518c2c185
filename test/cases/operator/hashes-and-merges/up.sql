-- Undo: lossless

-- Creates operator app.== (app.size, app.size).
CREATE OPERATOR app.== (
    FUNCTION = app.same,
    LEFTARG = app.size,
    RIGHTARG = app.size,
    COMMUTATOR = OPERATOR(app.==),
    RESTRICT = pg_catalog.eqsel,
    JOIN = pg_catalog.eqjoinsel,
    HASHES,
    MERGES
);
