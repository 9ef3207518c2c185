-- Alters foreign-data wrapper raft.
-- Hazard C410: changes how foreign tables of foreign-data wrapper raft are read; queries on them may fail.
ALTER FOREIGN DATA WRAPPER raft NO HANDLER;

-- Creates function app.ferry().
CREATE FUNCTION app.ferry()
 RETURNS fdw_handler
 LANGUAGE internal
AS $function$heap_tableam_handler$function$;

-- Alters foreign-data wrapper ferry.
-- Hazard C410: changes how foreign tables of foreign-data wrapper ferry are read; queries on them may fail.
ALTER FOREIGN DATA WRAPPER ferry HANDLER app.ferry;

-- Drops function app.steamer().
-- Hazard C402: callers of app.steamer() fail.
DROP FUNCTION app.steamer();
