-- Options of a user mapping are added, set and dropped
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE USER MAPPING FOR reader SERVER delta OPTIONS ("user" 'r', password 'q', new 'y');
CREATE USER MAPPING FOR writer SERVER delta OPTIONS ("user" 'w');
