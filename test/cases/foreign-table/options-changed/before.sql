CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE FOREIGN TABLE pond.ducks (id bigint OPTIONS (field '1', old 'yes'), name text) SERVER delta OPTIONS (file 'ducks.csv', header 'true');
