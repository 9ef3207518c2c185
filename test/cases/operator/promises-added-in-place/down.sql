-- Drops view app.checked, because operator app.== (integer, integer) changes.
-- Locks app.checked (ACCESS EXCLUSIVE).
DROP VIEW app.checked;

-- Drops operator app.!== (integer, integer).
DROP OPERATOR app.!== (integer, integer);

-- Drops operator app.== (integer, integer).
DROP OPERATOR app.== (integer, integer);

-- Recreates operator app.!== (integer, integer).
CREATE OPERATOR app.!== (
    FUNCTION = app.other,
    LEFTARG = integer,
    RIGHTARG = integer
);

-- Recreates operator app.== (integer, integer).
CREATE OPERATOR app.== (
    FUNCTION = app.same,
    LEFTARG = integer,
    RIGHTARG = integer
);

-- Recreates view app.checked, because operator app.== (integer, integer) changes.
CREATE VIEW app.checked AS
 SELECT (1 OPERATOR(app.==) 2) AS same;
