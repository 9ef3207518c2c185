-- Undo: lossless

-- Creates function app."Nn"(integer).
CREATE FUNCTION app."Nn"(n integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT n$function$;

-- Creates function app.mm(integer).
CREATE FUNCTION app.mm(n integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$BEGIN RETURN "Nn"(n); END$function$;

-- Creates function app.zz(integer).
CREATE FUNCTION app.zz(n integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT n + 1$function$;

-- Creates function app.aa(integer).
CREATE FUNCTION app.aa(n integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT app.zz(n) * 2$function$;
