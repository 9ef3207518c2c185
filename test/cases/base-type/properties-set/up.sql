-- Undo: lossless

-- Creates function app.code_modifier_in(cstring[]).
CREATE FUNCTION app.code_modifier_in(cstring[])
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varchartypmodin$function$;

-- Creates function app.code_modifier_out(integer).
CREATE FUNCTION app.code_modifier_out(integer)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varchartypmodout$function$;

-- Creates function app.code_receive(internal, oid, integer).
CREATE FUNCTION app.code_receive(internal, oid, integer)
 RETURNS app.code
 LANGUAGE internal
 STABLE STRICT
AS $function$varcharrecv$function$;

-- Alters base type app.code.
ALTER TYPE app.code SET (RECEIVE = app.code_receive, SEND = NONE, TYPMOD_IN = app.code_modifier_in, TYPMOD_OUT = app.code_modifier_out, ANALYZE = pg_catalog.array_typanalyze);

-- Drops function app.code_send(app.code).
-- Hazard C402: callers of app.code_send(app.code) fail.
DROP FUNCTION app.code_send(app.code);
