-- Another handler takes over before the old one goes.
CREATE SCHEMA app;
CREATE FUNCTION app.steamer() RETURNS fdw_handler LANGUAGE internal AS 'heap_tableam_handler';
CREATE FOREIGN DATA WRAPPER ferry HANDLER app.steamer;
CREATE FOREIGN DATA WRAPPER raft HANDLER app.steamer;
