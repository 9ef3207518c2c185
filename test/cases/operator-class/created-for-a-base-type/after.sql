-- A type of one's own with all that an index and a key need.
CREATE TABLE app.parts (code app.code PRIMARY KEY);
CREATE OPERATOR CLASS app.code_order DEFAULT FOR TYPE app.code USING btree AS
    OPERATOR 1 app.<, OPERATOR 2 app.<=, OPERATOR 3 app.=, OPERATOR 4 app.>=, OPERATOR 5 app.>,
    FUNCTION 1 app.code_compare(app.code, app.code);
CREATE OPERATOR CLASS app.code_hash DEFAULT FOR TYPE app.code USING hash AS
    OPERATOR 1 app.=, FUNCTION 1 app.code_hash(app.code);
CREATE TYPE app.code;
CREATE FUNCTION app.code_in(cstring) RETURNS app.code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION app.code_out(app.code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE app.code (INPUT = app.code_in, OUTPUT = app.code_out, LIKE = integer);
CREATE FUNCTION app.code_lt(app.code, app.code) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4lt';
CREATE FUNCTION app.code_le(app.code, app.code) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4le';
CREATE FUNCTION app.code_eq(app.code, app.code) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4eq';
CREATE FUNCTION app.code_ge(app.code, app.code) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4ge';
CREATE FUNCTION app.code_gt(app.code, app.code) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4gt';
CREATE FUNCTION app.code_compare(app.code, app.code) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'btint4cmp';
CREATE FUNCTION app.code_hash(app.code) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'hashint4';
CREATE OPERATOR app.< (FUNCTION = app.code_lt, LEFTARG = app.code, RIGHTARG = app.code, COMMUTATOR = OPERATOR(app.>), NEGATOR = OPERATOR(app.>=));
CREATE OPERATOR app.<= (FUNCTION = app.code_le, LEFTARG = app.code, RIGHTARG = app.code, COMMUTATOR = OPERATOR(app.>=), NEGATOR = OPERATOR(app.>));
CREATE OPERATOR app.= (FUNCTION = app.code_eq, LEFTARG = app.code, RIGHTARG = app.code, COMMUTATOR = OPERATOR(app.=), HASHES, MERGES);
CREATE OPERATOR app.>= (FUNCTION = app.code_ge, LEFTARG = app.code, RIGHTARG = app.code, COMMUTATOR = OPERATOR(app.<=), NEGATOR = OPERATOR(app.<));
CREATE OPERATOR app.> (FUNCTION = app.code_gt, LEFTARG = app.code, RIGHTARG = app.code, COMMUTATOR = OPERATOR(app.<), NEGATOR = OPERATOR(app.<=));
CREATE SCHEMA app;
