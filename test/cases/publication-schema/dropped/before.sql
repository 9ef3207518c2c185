CREATE SCHEMA library;
CREATE SCHEMA archive;
CREATE TABLE archive.loans (id bigint PRIMARY KEY);
CREATE PUBLICATION desk FOR TABLES IN SCHEMA library, archive, public;
