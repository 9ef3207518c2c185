-- Undo: lossless

-- Drops view app.nearby, because operator app.~~~ (integer, integer) changes.
-- Locks app.nearby (ACCESS EXCLUSIVE).
DROP VIEW app.nearby;

-- Drops operator app.~~~ (integer, integer).
DROP OPERATOR app.~~~ (integer, integer);

-- Recreates operator app.~~~ (integer, integer).
CREATE OPERATOR app.~~~ (
    FUNCTION = app.nearer,
    LEFTARG = integer,
    RIGHTARG = integer
);

-- Sets the comment of operator app.~~~ (integer, integer).
COMMENT ON OPERATOR app.~~~ (integer, integer) IS 'Nearer';

-- Recreates view app.nearby, because operator app.~~~ (integer, integer) changes.
CREATE VIEW app.nearby AS
 SELECT (1 OPERATOR(app.~~~) 2) AS near;
