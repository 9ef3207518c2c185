CREATE SCHEMA library;
CREATE TABLE library.loans (id bigint PRIMARY KEY);
CREATE PUBLICATION desk;
