-- Undo: lossless

-- Creates operator app.## (NONE, integer).
CREATE OPERATOR app.## (
    FUNCTION = app.twice,
    RIGHTARG = integer
);

-- Changes the owner of operator app.## (NONE, integer) to keeper.
ALTER OPERATOR app.## (NONE, integer) OWNER TO keeper;

-- Sets the comment of operator app.## (NONE, integer).
COMMENT ON OPERATOR app.## (NONE, integer) IS 'Doubles';
