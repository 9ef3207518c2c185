CREATE SCHEMA app;
CREATE FUNCTION app.ferry() RETURNS fdw_handler LANGUAGE internal AS 'heap_tableam_handler';
CREATE FOREIGN DATA WRAPPER ferry HANDLER app.ferry;
CREATE FOREIGN DATA WRAPPER raft;
