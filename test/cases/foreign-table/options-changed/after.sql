-- Options of the table and its columns change in place
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE FOREIGN TABLE pond.ducks (id bigint OPTIONS (field '7', "New" 'yes'), name text OPTIONS (field '2')) SERVER delta OPTIONS (file 'geese.csv', delimiter ';');
