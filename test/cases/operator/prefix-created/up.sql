-- Undo: lossless

-- Creates operator app.## (NONE, integer).
CREATE OPERATOR app.## (
    FUNCTION = app.twice,
    RIGHTARG = integer
);

-- Gives app.## (NONE, integer) to keeper.
ALTER OPERATOR app.## (NONE, integer) OWNER TO keeper;

-- Describes operator app.## (NONE, integer).
COMMENT ON OPERATOR app.## (NONE, integer) IS 'Doubles';
