-- Undo: lossless

-- Creates function app.steamer().
CREATE FUNCTION app.steamer()
 RETURNS fdw_handler
 LANGUAGE internal
AS $function$heap_tableam_handler$function$;

-- Alters foreign-data wrapper ferry.
-- Hazard C410: changes how foreign tables of foreign-data wrapper ferry are read; queries on them may fail.
ALTER FOREIGN DATA WRAPPER ferry HANDLER app.steamer;

-- Alters foreign-data wrapper raft.
-- Hazard C410: changes how foreign tables of foreign-data wrapper raft are read; queries on them may fail.
ALTER FOREIGN DATA WRAPPER raft HANDLER app.steamer;

-- Drops function app.ferry().
-- Hazard C402: callers of app.ferry() fail.
DROP FUNCTION app.ferry();
