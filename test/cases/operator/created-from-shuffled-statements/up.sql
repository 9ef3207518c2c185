-- Undo: lossless

-- Creates function app.other(integer, bigint).
CREATE FUNCTION app.other(integer, bigint)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 <> $2);

-- Creates function app.same(bigint, integer).
CREATE FUNCTION app.same(bigint, integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 = $2);

-- Creates function app.same(integer, bigint).
CREATE FUNCTION app.same(integer, bigint)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 = $2);

-- Creates operator app.!== (integer, bigint).
CREATE OPERATOR app.!== (
    FUNCTION = app.other,
    LEFTARG = integer,
    RIGHTARG = bigint,
    NEGATOR = OPERATOR(app.==)
);

-- Creates operator app.== (bigint, integer).
CREATE OPERATOR app.== (
    FUNCTION = app.same,
    LEFTARG = bigint,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR(app.==)
);

-- Creates operator app.== (integer, bigint).
CREATE OPERATOR app.== (
    FUNCTION = app.same,
    LEFTARG = integer,
    RIGHTARG = bigint,
    COMMUTATOR = OPERATOR(app.==),
    NEGATOR = OPERATOR(app.!==)
);
