-- A server of another type is made anew, with its mappings and foreign tables
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta TYPE 'mysql' FOREIGN DATA WRAPPER ferry OPTIONS (host 'h');
GRANT USAGE ON FOREIGN SERVER delta TO reader;
CREATE USER MAPPING FOR reader SERVER delta OPTIONS ("user" 'r');
CREATE FOREIGN TABLE pond.ducks (id bigint) SERVER delta;
CREATE VIEW pond.ids AS SELECT id FROM pond.ducks;
