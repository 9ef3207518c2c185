-- Creates function app.code_send(app.code).
CREATE FUNCTION app.code_send(app.code)
 RETURNS bytea
 LANGUAGE internal
 STABLE STRICT
AS $function$varcharsend$function$;

-- Alters base type app.code.
ALTER TYPE app.code SET (RECEIVE = NONE, SEND = app.code_send, TYPMOD_IN = NONE, TYPMOD_OUT = NONE, ANALYZE = NONE);

-- Drops function app.code_modifier_in(cstring[]).
-- Hazard C402: callers of app.code_modifier_in(cstring[]) fail.
DROP FUNCTION app.code_modifier_in(cstring[]);

-- Drops function app.code_modifier_out(integer).
-- Hazard C402: callers of app.code_modifier_out(integer) fail.
DROP FUNCTION app.code_modifier_out(integer);

-- Drops function app.code_receive(internal, oid, integer).
-- Hazard C402: callers of app.code_receive(internal, oid, integer) fail.
DROP FUNCTION app.code_receive(internal, oid, integer);
