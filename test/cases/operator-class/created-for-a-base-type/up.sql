-- Undo: lossless

-- Creates shell type app.code, so that its input and output functions can name the type.
CREATE TYPE app.code;

-- Creates operator family app.code_hash USING hash.
CREATE OPERATOR FAMILY app.code_hash USING hash;

-- Creates operator family app.code_order USING btree.
CREATE OPERATOR FAMILY app.code_order USING btree;

-- Creates function app.code_in(cstring).
CREATE FUNCTION app.code_in(cstring)
 RETURNS app.code
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;

-- Creates function app.code_out(app.code).
CREATE FUNCTION app.code_out(app.code)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;

-- Creates base type app.code.
CREATE TYPE app.code (
    INTERNALLENGTH = 4,
    INPUT = app.code_in,
    OUTPUT = app.code_out,
    ALIGNMENT = int4,
    STORAGE = plain,
    PASSEDBYVALUE = true
);

-- Creates function app.code_compare(app.code, app.code).
CREATE FUNCTION app.code_compare(app.code, app.code)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$btint4cmp$function$;

-- Creates function app.code_eq(app.code, app.code).
CREATE FUNCTION app.code_eq(app.code, app.code)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4eq$function$;

-- Creates function app.code_ge(app.code, app.code).
CREATE FUNCTION app.code_ge(app.code, app.code)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4ge$function$;

-- Creates function app.code_gt(app.code, app.code).
CREATE FUNCTION app.code_gt(app.code, app.code)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4gt$function$;

-- Creates function app.code_hash(app.code).
CREATE FUNCTION app.code_hash(app.code)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$hashint4$function$;

-- Creates function app.code_le(app.code, app.code).
CREATE FUNCTION app.code_le(app.code, app.code)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4le$function$;

-- Creates function app.code_lt(app.code, app.code).
CREATE FUNCTION app.code_lt(app.code, app.code)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4lt$function$;

-- Creates operator app.< (app.code, app.code).
CREATE OPERATOR app.< (
    FUNCTION = app.code_lt,
    LEFTARG = app.code,
    RIGHTARG = app.code,
    COMMUTATOR = OPERATOR(app.>),
    NEGATOR = OPERATOR(app.>=)
);

-- Creates operator app.<= (app.code, app.code).
CREATE OPERATOR app.<= (
    FUNCTION = app.code_le,
    LEFTARG = app.code,
    RIGHTARG = app.code,
    COMMUTATOR = OPERATOR(app.>=),
    NEGATOR = OPERATOR(app.>)
);

-- Creates operator app.= (app.code, app.code).
CREATE OPERATOR app.= (
    FUNCTION = app.code_eq,
    LEFTARG = app.code,
    RIGHTARG = app.code,
    COMMUTATOR = OPERATOR(app.=),
    HASHES,
    MERGES
);

-- Creates operator app.> (app.code, app.code).
CREATE OPERATOR app.> (
    FUNCTION = app.code_gt,
    LEFTARG = app.code,
    RIGHTARG = app.code,
    COMMUTATOR = OPERATOR(app.<),
    NEGATOR = OPERATOR(app.<=)
);

-- Creates operator app.>= (app.code, app.code).
CREATE OPERATOR app.>= (
    FUNCTION = app.code_ge,
    LEFTARG = app.code,
    RIGHTARG = app.code,
    COMMUTATOR = OPERATOR(app.<=),
    NEGATOR = OPERATOR(app.<)
);

-- Creates operator class app.code_hash USING hash.
CREATE OPERATOR CLASS app.code_hash DEFAULT FOR TYPE app.code USING hash FAMILY app.code_hash AS
    OPERATOR 1 app.= (app.code, app.code),
    FUNCTION 1 (app.code, app.code) app.code_hash(app.code);

-- Creates operator class app.code_order USING btree.
CREATE OPERATOR CLASS app.code_order DEFAULT FOR TYPE app.code USING btree FAMILY app.code_order AS
    OPERATOR 1 app.< (app.code, app.code),
    OPERATOR 2 app.<= (app.code, app.code),
    OPERATOR 3 app.= (app.code, app.code),
    OPERATOR 4 app.>= (app.code, app.code),
    OPERATOR 5 app.> (app.code, app.code),
    FUNCTION 1 (app.code, app.code) app.code_compare(app.code, app.code);

-- Creates table app.parts.
CREATE TABLE app.parts (
    code app.code NOT NULL,
    CONSTRAINT parts_pkey PRIMARY KEY (code)
);
