-- Operators that name each other before both are there.
CREATE SCHEMA app;
CREATE TYPE app.size AS ENUM ('s', 'm', 'l');
CREATE FUNCTION app.smaller(app.size, app.size) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'enum_lt';
CREATE FUNCTION app.bigger(app.size, app.size) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'enum_gt';
CREATE FUNCTION app.not_smaller(app.size, app.size) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'enum_ge';
CREATE OPERATOR app.<< (
    FUNCTION = app.smaller, LEFTARG = app.size, RIGHTARG = app.size, COMMUTATOR = OPERATOR(app.>>),
    NEGATOR = OPERATOR(app.>>=), RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
CREATE OPERATOR app.>> (
    FUNCTION = app.bigger, LEFTARG = app.size, RIGHTARG = app.size, COMMUTATOR = OPERATOR(app.<<)
);
CREATE OPERATOR app.>>= (
    FUNCTION = app.not_smaller, LEFTARG = app.size, RIGHTARG = app.size, NEGATOR = OPERATOR(app.<<)
);
CREATE VIEW app.order_of_sizes AS SELECT 's'::app.size OPERATOR(app.<<) 'm'::app.size AS rising;
COMMENT ON OPERATOR app.<< (app.size, app.size) IS 'Is smaller than';
